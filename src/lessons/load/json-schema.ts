import type * as v from 'valibot';
import { askForms } from '../ask.js';
import { besideProgram, idPattern, lessonSchema } from './schema.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** A valibot schema, or an action in its pipe, as far as it is data. */
type Described = { readonly kind: string; readonly type: string; readonly requirement?: unknown } & Partial<
  Pick<v.StrictObjectSchema<v.ObjectEntries, undefined>, 'entries'>
> & {
    readonly item?: Described;
    readonly value?: Described;
    readonly wrapped?: Described;
    readonly literal?: unknown;
    readonly options?: readonly Described[];
    readonly pipe?: readonly Described[];
  };

/** What a bound of a number is called in JSON Schema. */
const bounds: Readonly<Record<string, string>> = { min_value: 'minimum', max_value: 'maximum' };

/**
 * The form of lesson.yaml as a JSON Schema (draft 7, which editors know best), by which editors complete and check it. Made from the schema that
 * the loader itself uses, so the two can't differ; names, programs and asks are held to more than their form, by `lint`.
 */
export function lessonJsonSchema(): JsonSchema {
  const schema = converted(lessonSchema as unknown as Described) as { properties: Record<string, JsonSchema> };
  const { properties } = schema;
  const id = { type: 'string', pattern: idPattern.source };
  const step = properties.steps!.items as { properties: Record<string, JsonSchema> };
  const named = { ...step, properties: { ...step.properties, id, ask: { type: 'string', examples: askForms } } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'lesson.yaml',
    ...schema,
    properties: { ...properties, id, steps: { type: 'array', items: { anyOf: [id, named] } } },
    oneOf: [
      { required: ['circuit'] },
      { required: ['circuits'], properties: Object.fromEntries(Object.keys(besideProgram).map((key) => [key, false])) },
    ],
    definitions: { numbers: { anyOf: [{ type: 'number' }, { type: 'array', items: numbers }] } },
  };
}

const numbers = { $ref: '#/definitions/numbers' };

function converted(schema: Described): JsonSchema {
  switch (schema.type) {
    case 'strict_object':
      return objectSchema(Object.entries(schema.entries! as unknown as Record<string, Described>));
    case 'record':
      return { type: 'object', additionalProperties: converted(schema.value!) };
    case 'array':
      return { type: 'array', items: converted(schema.item!) };
    case 'union':
      return unionSchema(schema.options!);
    case 'literal':
      return { const: schema.literal };
    case 'number':
      return numberSchema(schema.pipe ?? []);
    case 'string':
      return { type: 'string' };
    default:
      throw new TypeError(`no JSON Schema for ${schema.type}`);
  }
}

function objectSchema(entries: readonly (readonly [string, Described])[]): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: entries.filter(([, entry]) => entry.type !== 'optional').map(([key]) => key),
    properties: Object.fromEntries(entries.map(([key, entry]) => [key, converted(entry.wrapped ?? entry)])),
  };
}

/** Lists of numbers hold lists of numbers: that one union calls itself. */
function unionSchema(options: readonly Described[]): JsonSchema {
  if (options.some((option) => option.item?.type === 'lazy')) return numbers;
  return { anyOf: options.map(converted) };
}

function numberSchema(pipe: readonly Described[]): JsonSchema {
  const limits = pipe.flatMap(({ type, requirement }) =>
    bounds[type] === undefined ? [] : [[bounds[type], requirement]],
  );
  return { type: pipe.some(({ type }) => type === 'integer') ? 'integer' : 'number', ...Object.fromEntries(limits) };
}
