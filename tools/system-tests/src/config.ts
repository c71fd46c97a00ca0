/** A catalogue of other making that the tests are to run on too, in the import format; absent or empty = only their own. */
export const foreignCatalogueFile: string | undefined = process.env['FOREIGN_CATALOGUE'] || undefined;
