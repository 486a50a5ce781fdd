using Hotfix.Storage.Azure;

namespace Hotfix.Tests.Storage;

/// <summary>What follows <c>azure:</c> in <c>HOTFIX_STORE</c>; a wrong one is named without its secret.</summary>
public sealed class AzureAddressTests
{
    private const string Key = "c2VjcmV0";

    [Theory]
    [InlineData($"DefaultEndpointsProtocol=https;AccountName=acme;AccountKey={Key};EndpointSuffix=core.windows.net", "https://acme.table.core.windows.net/", "https://acme.queue.core.windows.net/", "key")]
    [InlineData($"accountname=acme; accountkey={Key};", "https://acme.table.core.windows.net/", "https://acme.queue.core.windows.net/", "key")]
    [InlineData($"AccountName=acme;AccountKey={Key};EndpointSuffix=core.chinacloudapi.cn", "https://acme.table.core.chinacloudapi.cn/", "https://acme.queue.core.chinacloudapi.cn/", "key")]
    [InlineData("BlobEndpoint=https://acme.blob.core.windows.net/;QueueEndpoint=https://acme.queue.core.windows.net/;TableEndpoint=https://acme.table.core.windows.net/;SharedAccessSignature=sv=2020-12-06&ss=qt&sig=abc%3D", "https://acme.table.core.windows.net/", "https://acme.queue.core.windows.net/", "shared access signature")]
    [InlineData("TableEndpoint=https://acme.table.core.windows.net;SharedAccessSignature=?sv=1&sig=a", "https://acme.table.core.windows.net/", "https://acme.queue.core.windows.net/", "shared access signature")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "http://127.0.0.1:10001/devstoreaccount1", "key")]
    [InlineData("https://acme.table.core.windows.net", "https://acme.table.core.windows.net/", "https://acme.queue.core.windows.net/", "managed identity")]
    [InlineData("https://acme.table.core.windows.net/?sv=2020-12-06&sig=a", "https://acme.table.core.windows.net/", "https://acme.queue.core.windows.net/", "shared access signature")]
    public void An_account_is_read(string text, string tables, string queues, string credential)
    {
        var address = AzureAddress.Parse(text);

        Assert.Equal((tables, queues, credential), (address.Tables.AbsoluteUri, address.Queues.AbsoluteUri, $"{address.Credential}"));
        Assert.Equal($"{address.Tables.Authority} by {credential}", $"{address}");
    }

    [Theory]
    [InlineData("AccountName=acme;AccountKey=not-base64-secret", "has an AccountKey that is not base64: copy it whole, with the '=' at its end.")]
    [InlineData("AccountKey=c2VjcmV0", "has an AccountKey and no AccountName.")]
    [InlineData("AccountName=acme", "names neither an AccountKey nor a SharedAccessSignature; without either it is the address of the account's tables, like azure:https://ACCOUNT.table.core.windows.net, and the machine's managed identity is used.")]
    [InlineData("AccountName=acme;AccountKey=c2VjcmV0;SharedAccessSignature=sig=secret", "names an AccountKey and a SharedAccessSignature: it needs one of them.")]
    [InlineData("AccountName=acme;SharedAccessSignature=secret", "holds no shared access signature where one is expected (SharedAccessSignature): it has a part sig=.")]
    [InlineData("SharedAccessSignature=sig=secret", "names neither an AccountName nor a TableEndpoint.")]
    [InlineData("TableEndpoint=https://store.example/acme;SharedAccessSignature=sig=secret", "has a TableEndpoint and no QueueEndpoint: it needs both.")]
    [InlineData("TableEndpoint=acme;SharedAccessSignature=sig=secret", "has a TableEndpoint that is no address: it is like https://ACCOUNT.table.core.windows.net.")]
    [InlineData("AccountName=Acme Inc;AccountKey=c2VjcmV0", "has an AccountName that cannot be one: it is 3 to 24 lower-case letters and digits.")]
    [InlineData("DefaultEndpointsProtocol=ftp;AccountName=acme;AccountKey=c2VjcmV0", "has a DefaultEndpointsProtocol or an EndpointSuffix that makes no address: they are https and core.windows.net.")]
    [InlineData("AccountName=acme;AccountName=other", "names AccountName twice.")]
    [InlineData("AccountName=acme;AcountKey=c2VjcmV0", "has a part 2 that is none of a storage account's connection string: parts are like AccountName=ACCOUNT, with semicolons between; copy it from the account's page 'Access keys'.")]
    [InlineData("secretsecret==", "has a part 1 that is none of a storage account's connection string: parts are like AccountName=ACCOUNT, with semicolons between; copy it from the account's page 'Access keys'.")]
    [InlineData("UseDevelopmentStorage=yes", "has UseDevelopmentStorage=yes: it is true, or left out.")]
    [InlineData("http://acme.table.core.windows.net", "does not hold an https address: it is the address of an account's tables, like azure:https://ACCOUNT.table.core.windows.net.")]
    [InlineData("https://acme.table.core.windows.net/hotfix", "has more than a host in its address: it is the address of an account's tables, like azure:https://ACCOUNT.table.core.windows.net.")]
    [InlineData("https://acme.blob.core.windows.net", "names the host 'acme.blob.core.windows.net', which is none of Table Storage: it is the address of an account's tables, like azure:https://ACCOUNT.table.core.windows.net.")]
    [InlineData("https://acme.table.core.windows.net?token=secret", "holds no shared access signature where one is expected (after the address): it has a part sig=.")]
    public void A_wrong_one_is_named(string text, string sentence)
    {
        var wrong = Assert.Throws<FormatException>(() => AzureAddress.Parse(text));

        Assert.Equal(sentence, wrong.Message);
        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, wrong.Message, StringComparison.Ordinal);
    }
}
