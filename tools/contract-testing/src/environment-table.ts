import * as z from 'zod';

/**
 * The table of environment variables that a service's README holds, from its config schema: a row each with its default
 * ("required" where there is none) and its description.
 */
export function environmentTable(environment: z.ZodObject): string {
  const rows = Object.entries(environment.shape).map(([name, schema]) => {
    const { description } = z.globalRegistry.get(schema as z.ZodType) ?? {};
    if (description === undefined) throw new Error(`${name} has no description`);
    return `| \`${name}\` | ${defaultOf(schema as z.ZodType)} | ${description} |`;
  });
  return ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Whether a README holds that table, however its columns are padded. */
export function hasEnvironmentTable(readme: string, environment: z.ZodObject): boolean {
  return unpadded(readme).includes(unpadded(environmentTable(environment)));
}

function unpadded(table: string): string {
  return table.replace(/ *\| */g, '|').replace(/-{3,}/g, '---');
}

/** What the schema takes where nothing is given. */
function defaultOf(schema: z.ZodType): string {
  const { success, data } = schema.safeParse(undefined);
  if (!success) return 'required';
  const text = Array.isArray(data) ? data.join(',') : String(data);
  return data === undefined || text === '' ? 'empty' : `\`${text}\``;
}
