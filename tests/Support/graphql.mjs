// Holds GraphQL requests, and the sandbox's answers to them, against GitHub's schema (npm @octokit/graphql-schema).
// Reads, from the file that is named: [{ "query": …, "variables": {…}, "answer": {…} | null }, …]. Writes what does not fit, a line each.
//
// An answer is put in place of the data, and the query executed on it: what comes out differs from it if a field is missing, null where it may not be, of another type, no member of its
// enum, or not asked for.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { buildSchema, execute, parse, validate } from 'graphql';

const text = readFileSync(new URL('../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url), 'utf8');
const schema = buildSchema(text, { assumeValidSDL: true });

// What an object is whose type was not asked for: the first that has all its fields; of one without any, none that the queries name.
const usual = ['User', 'Commit', 'Blob', 'RequiredStatusChecksParameters'];
const typeOf = (value, _context, _info, type) => {
  const keys = Object.keys(value);
  const types = schema.getPossibleTypes(type).map(one => one.name).sort((a, b) => usual.indexOf(b) - usual.indexOf(a));
  const fits = name => keys.every(key => key in schema.getType(name).getFields());
  return value.__typename ?? (keys.length > 0 ? types.find(fits) : types.find(name => !usual.includes(name)));
};

for (const { query, variables, answer } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const document = parse(query);
  const errors = [...validate(schema, document)];

  if (errors.length === 0 && answer !== null) {
    const result = execute({
      schema, document, rootValue: answer.data, variableValues: variables, typeResolver: typeOf,
      fieldResolver: (source, _arguments, _context, info) => source[info.path.key],
    });
    errors.push(...(result.errors ?? []));

    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(result.data)), answer.data)) {
      errors.push({ message: `The answer has other fields than were selected: ${JSON.stringify(answer.data)}` });
    }
  }

  for (const error of errors) {
    console.log(`${error.message} [${(error.path ?? []).join('.')}] in ${query.slice(0, 60).replaceAll(/\s+/g, ' ')}`);
  }
}
