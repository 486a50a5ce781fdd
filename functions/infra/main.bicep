// Everything Hotfix needs on Azure Functions: a storage account without keys, a Flex Consumption plan, the app with its own identity, and the roles that let it in.
// The App's private key and webhook secret go into a vault that only the app's identity reads. docs/azure.md says how to use it.

@description('A name for all of it, 3 to 11 lower-case letters and digits; something unique is added where Azure wants that.')
@minLength(3)
@maxLength(11)
param name string = 'hotfix'

param location string = resourceGroup().location

@description('The App\'s id, a number, from its settings page.')
param appId string

@description('The App\'s private key, PEM text.')
@secure()
param privateKey string

@description('The App\'s webhook secret.')
@secure()
param webhookSecret string

@description('The profile of repositories without a file of their own.')
@allowed(['browser-extension', 'cli', 'web-service', 'appliance'])
param profile string = 'browser-extension'

@description('Where it is reached from outside, like https://hotfix.example.com, for workflows that report; empty for none.')
param publicUrl string = ''

@description('How many instances there may be of each function.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

var unique = uniqueString(resourceGroup().id, name)
var account = '${name}${unique}'
var packages = 'packages'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: account
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowSharedKeyAccess: false // identities only: there is no key to lose
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource container 'containers' = {
      name: packages
    }
  }
}

// The store: table and queues. The third is the host's own: its package, its locks and its keys are blobs.
var roles = {
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  host: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(storage.id, identity.id, role.value)
    scope: storage
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${unique}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
  }

  resource key 'secrets' = {
    name: 'private-key'
    properties: { value: privateKey }
  }

  resource secret 'secrets' = {
    name: 'webhook-secret'
    properties: { value: webhookSecret }
  }
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6') // Key Vault Secrets User
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: account
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: 'custom', version: '1.0' }
      scaleAndConcurrency: { maximumInstanceCount: maximumInstances, instanceMemoryMB: 2048 }
    }
    siteConfig: {
      appSettings: [
        { name: 'AzureWebJobsStorage__accountName', value: storage.name }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
        { name: 'AzureWebJobsDisableHomepage', value: 'true' }
        { name: 'HOTFIX_STORE', value: 'azure:${storage.properties.primaryEndpoints.table}' }
        { name: 'HOTFIX_APP_ID', value: appId }
        { name: 'HOTFIX_PRIVATE_KEY', value: '@Microsoft.KeyVault(SecretUri=${vault::key.properties.secretUri})' }
        { name: 'HOTFIX_WEBHOOK_SECRET', value: '@Microsoft.KeyVault(SecretUri=${vault::secret.properties.secretUri})' }
        { name: 'HOTFIX_PROFILE', value: profile }
        { name: 'HOTFIX_URL', value: publicUrl }
      ]
    }
  }
  dependsOn: [access, reading]
}

output functionApp string = app.name
output webhook string = 'https://${app.properties.defaultHostName}/webhooks/github'
