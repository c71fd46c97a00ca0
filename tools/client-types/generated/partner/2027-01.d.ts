// Generated from the OpenAPI document of partner-bff: do not edit.

export interface paths {
    "/2027-01/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/2027-01/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Up to 100 records by their ids, a page of all records, or all of them as a stream */
        get: operations["getProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/2027-01/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of products since a cursor was given out */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/2027-01/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Digests to compare a copy by
         * @description Of each part of a range of ids, or of the few records that are there.
         */
        get: operations["getDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Product: {
            id: string;
            identifiers: {
                sku: string;
                gtin: string | null;
            };
            /** @description null where the product has no brand */
            brandId: string | null;
            /** @enum {string} */
            status: "active" | "discontinued" | "unknown";
            price: {
                /** @enum {string} */
                currency: "GBP" | "EUR" | "USD" | "JPY";
                /** @description What one costs now, in minor units of the currency */
                currentMinor: number;
                /** @description The list price, in minor units */
                listMinor: number;
                taxIncluded: boolean;
                /** @description What one costs from a quantity on */
                quantityPrices: {
                    fromQuantity: number;
                    amountMinor: number;
                }[];
                /** @description When the price ends; null where no end is set */
                validUntil: string | null;
            };
            availability: {
                /** @enum {string} */
                status: "in_stock" | "low_stock" | "out_of_stock" | "preorder" | "unknown";
                /** @description null where inventory does not know the product */
                quantity: number | null;
                /** @description When it is expected; null where nobody said */
                restockAt: string | null;
            };
            sync: {
                /**
                 * @description Versions of catalog, price and stock, joined by dots: a write to any of them changes it. A price that ends is no write; validUntil announces it
                 * @example 3.12.40
                 */
                version: string;
                /**
                 * Format: date-time
                 * @description When the latest of the three changed
                 */
                updatedAt: string;
                /** @description Sections older than they should be */
                stale: {
                    /** @enum {string} */
                    section: "product" | "price" | "availability";
                    /** Format: date-time */
                    asOf: string;
                }[];
            };
        };
        /** @description Problem details (RFC 9457) */
        Problem: {
            /**
             * Format: uri
             * @description What kind of problem: <PROBLEM_BASE_URL>/<code>
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "invalid-request" | "cursor-invalid" | "unauthenticated" | "forbidden" | "not-found" | "unknown-version" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "version-gone" | "cursor-expired" | "content-too-large" | "unsupported-media-type" | "app-version-unsupported" | "quota-exceeded" | "header-fields-too-large" | "internal-error" | "invalid-downstream-answer" | "version-brownout" | "service-unavailable" | "deadline-exceeded";
            /** @description Quote it when you report the problem */
            requestId: string;
            /** @description Of a 400: every thing that is wrong, and where */
            errors?: {
                /** @enum {string} */
                in: "path" | "query" | "header" | "body";
                name: string;
                code: string;
                detail: string;
            }[];
        };
        ProductList: {
            /** @description What was found, in the order asked */
            items: components["schemas"]["Product"][];
            /** @description What could not be answered, each with the status that its own request would get */
            problems: {
                id: string;
                status: number;
                /** Format: uri */
                type: string;
            }[];
        };
        ProductPage: {
            /** @description What was found, in the order asked */
            items: components["schemas"]["Product"][];
            /** @description What could not be answered, each with the status that its own request would get */
            problems: {
                id: string;
                status: number;
                /** Format: uri */
                type: string;
            }[];
            /** @description null: this was the last page */
            nextCursor: string | null;
        };
        ExportLine: components["schemas"]["Product"] | {
            /**
             * @description All lines before it are complete
             * @constant
             */
            type: "page";
            /** @description With it an export that was cut goes on from here */
            cursor: string;
        } | {
            /**
             * @description Of a product: its record is not there. Without an id: the export ends here
             * @constant
             */
            type: "error";
            id?: string;
            status: number;
            /** Format: uri */
            problem: string;
            retryAfterS?: number;
            /** @description With it the export goes on from here */
            cursor?: string;
        } | {
            /** @constant */
            type: "end";
            /** @description Records in this answer */
            count: number;
            /** @description SHA-256 of all lines before this one, each with its \n, as RFC 9530 writes it */
            digest: string;
            /** @description since of the first request for changes */
            next: string;
        };
        ProductChanges: {
            /** @description Each product at most once: its whole record as it is now, or that there is none any more */
            items: ({
                /** @constant */
                op: "upsert";
                record: components["schemas"]["Product"];
            } | {
                /** @constant */
                op: "delete";
                id: string;
                /** Format: date-time */
                at: string;
            })[];
            /** @description What to ask with next, once all items are taken over */
            nextCursor: string;
            /** @description Whether there is more right now */
            hasMore: boolean;
        };
        Digest: {
            /** @description One after the other, all of the range; one, where its records are listed */
            parts: {
                /** @description The first id that it can hold; null: the first of all */
                from: string | null;
                /** @description The first id after it; null: it ends with the last of all */
                to: string | null;
                /** @description Products of the partner's part of the catalogue in it; where they are listed, the records */
                count: number;
                /** @description SHA-256, in lower-case hexadecimal digits, over a line "id:version" for each product in the order of ids (bytes of ASCII), each with its \n; version: the first number of sync.version */
                catalog: string;
                /** @description The same of what pricing has, with the second number; null for a partner that sees part of the catalogue, unless records are listed */
                price: string | null;
                /** @description The same of what inventory has, with the third number, where 0 is none and has no line; null where price is */
                stock: string | null;
            }[];
            /** @description All records of the range as they are now, in the order of ids, where no more than 100 products are in it */
            records: components["schemas"]["Product"][] | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Names this request in our logs */
        "x-request-id": string;
        /** @description Language of the texts */
        "content-language": string;
        /** @description How long the answer may be kept (RFC 9111, RFC 5861) */
        "cache-control": string;
        /** @description Nothing in the answer may be rendered */
        "content-security-policy": string;
        /** @description Not to be embedded by other origins */
        "cross-origin-resource-policy": string;
        /** @description No referrer is sent on */
        "referrer-policy": string;
        /** @description Only over TLS from now on */
        "strict-transport-security": string;
        /** @description The content type is what it says */
        "x-content-type-options": string;
        /** @description Strong validator of these bytes, for If-None-Match (RFC 9110 §8.8.3) */
        etag: string;
        /** @description The quota: q units within w seconds (draft-ietf-httpapi-ratelimit-headers-11). A record costs 1, a list 1 for every 10 ids begun */
        "ratelimit-policy": string;
        /** @description What is left: r units, until t seconds from now */
        ratelimit: string;
        /** @description How to say who asks, and what was wrong with it (RFC 9110 §11.6.1) */
        "www-authenticate": string;
        /** @description Seconds to wait before asking again */
        "retry-after": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getProduct: {
        parameters: {
            query?: {
                /** @description Language of texts and formats; absent: Accept-Language decides, else en-GB */
                locale?: "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-EG";
                /** @description Currency of all prices */
                currency?: "GBP" | "EUR" | "USD" | "JPY";
            };
            header?: {
                /** @description Chooses the language where the query names none (RFC 9110 §12.5.4) */
                "accept-language"?: string;
                /** @description Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3) */
                "accept-encoding"?: string;
                /** @description ETag of the answer that the client has */
                "if-none-match"?: string;
                /** @description Proof that the sender holds the key that its access token is bound to (RFC 9449 §4) */
                dpop?: string;
            };
            path: {
                /** @description Id of the product */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record; it is complete or there is none */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The client has these bytes already */
            304: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (invalid-request) */
            400: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known (unauthenticated) */
            401: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate": components["headers"]["www-authenticate"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed (forbidden) */
            403: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found (not-found) */
            404: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (not-acceptable) */
            406: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The version has ended (version-gone) */
            410: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Content too large (content-too-large) */
            413: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type (unsupported-media-type) */
            415: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The quota is used up (quota-exceeded) */
            429: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    "retry-after": components["headers"]["retry-after"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (internal-error) */
            500: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service gave an answer that makes no sense (invalid-downstream-answer) */
            502: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable); or the version is not answered for a while (version-brownout) */
            503: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "retry-after": components["headers"]["retry-after"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The time for the answer was up (deadline-exceeded) */
            504: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProducts: {
        parameters: {
            query?: {
                /** @description Language of texts and formats; absent: Accept-Language decides, else en-GB */
                locale?: "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-EG";
                /** @description Currency of all prices */
                currency?: "GBP" | "EUR" | "USD" | "JPY";
                /** @description nextCursor of the page before, or the cursor of a line of an export; absent: from the start */
                cursor?: string;
                /** @description How many products are looked at, of an export for each of its pages: 1 to 100; absent: 100 */
                limit?: string;
                ids?: string;
            };
            header?: {
                /** @description Chooses the language where the query names none (RFC 9110 §12.5.4) */
                "accept-language"?: string;
                /** @description Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3) */
                "accept-encoding"?: string;
                /** @description ETag of the answer that the client has */
                "if-none-match"?: string;
                /** @description Proof that the sender holds the key that its access token is bound to (RFC 9449 §4) */
                dpop?: string;
                /** @description application/x-ndjson: all records as a stream, a line each */
                accept?: "application/json" | "application/x-ndjson";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With ids: found and not found side by side, each id in exactly one of the two lists. Without: a page, or with Accept: application/x-ndjson a stream of lines whose last one has the type "end" */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag?: string;
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"] | components["schemas"]["ProductPage"];
                    "application/x-ndjson": components["schemas"]["ExportLine"];
                };
            };
            /** @description The client has these bytes already */
            304: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (invalid-request) */
            400: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known (unauthenticated) */
            401: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate": components["headers"]["www-authenticate"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed (forbidden) */
            403: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (not-acceptable) */
            406: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The version has ended (version-gone) */
            410: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Content too large (content-too-large) */
            413: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type (unsupported-media-type) */
            415: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The quota is used up (quota-exceeded) */
            429: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    "retry-after": components["headers"]["retry-after"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (internal-error) */
            500: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service gave an answer that makes no sense (invalid-downstream-answer) */
            502: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable); or the version is not answered for a while (version-brownout) */
            503: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "retry-after": components["headers"]["retry-after"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The time for the answer was up (deadline-exceeded) */
            504: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChanges: {
        parameters: {
            query: {
                /** @description Language of texts and formats; absent: Accept-Language decides, else en-GB */
                locale?: "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-EG";
                /** @description Currency of all prices */
                currency?: "GBP" | "EUR" | "USD" | "JPY";
                /** @description next of an export, or nextCursor of the changes before */
                since: string;
                /** @description How many products are looked at, of an export for each of its pages: 1 to 100; absent: 100 */
                limit?: string;
            };
            header?: {
                /** @description Chooses the language where the query names none (RFC 9110 §12.5.4) */
                "accept-language"?: string;
                /** @description Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3) */
                "accept-encoding"?: string;
                /** @description ETag of the answer that the client has */
                "if-none-match"?: string;
                /** @description Proof that the sender holds the key that its access token is bound to (RFC 9449 §4) */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each product that changed, once: its record as it is now, or that it is gone */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductChanges"];
                };
            };
            /** @description The client has these bytes already */
            304: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (invalid-request) */
            400: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known (unauthenticated) */
            401: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate": components["headers"]["www-authenticate"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed (forbidden) */
            403: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (not-acceptable) */
            406: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The version has ended (version-gone) */
            410: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Content too large (content-too-large) */
            413: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type (unsupported-media-type) */
            415: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The quota is used up (quota-exceeded) */
            429: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    "retry-after": components["headers"]["retry-after"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (internal-error) */
            500: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service gave an answer that makes no sense (invalid-downstream-answer) */
            502: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable); or the version is not answered for a while (version-brownout) */
            503: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "retry-after": components["headers"]["retry-after"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The time for the answer was up (deadline-exceeded) */
            504: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDigest: {
        parameters: {
            query?: {
                /** @description The first id of the range; absent: the first of all */
                from?: string;
                /** @description The first id after the range; absent: it ends with the last of all */
                to?: string;
                /** @description Into how many parts the range is cut, at most: 1 to 100; absent: 16 */
                parts?: string;
                /** @description Currency of all prices */
                currency?: "GBP" | "EUR" | "USD" | "JPY";
            };
            header?: {
                /** @description Chooses the language where the query names none (RFC 9110 §12.5.4) */
                "accept-language"?: string;
                /** @description Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3) */
                "accept-encoding"?: string;
                /** @description ETag of the answer that the client has */
                "if-none-match"?: string;
                /** @description Proof that the sender holds the key that its access token is bound to (RFC 9449 §4) */
                dpop?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Digests of the services side by side, or the versions of all records of the range */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Digest"];
                };
            };
            /** @description The client has these bytes already */
            304: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "cdn-cache-control"?: string;
                    age?: string;
                    etag: components["headers"]["etag"];
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid (invalid-request) */
            400: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who asks is not known (unauthenticated) */
            401: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate": components["headers"]["www-authenticate"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed (forbidden) */
            403: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "www-authenticate"?: string;
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found (not-found) */
            404: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not acceptable (not-acceptable) */
            406: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The version has ended (version-gone) */
            410: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Content too large (content-too-large) */
            413: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported media type (unsupported-media-type) */
            415: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The quota is used up (quota-exceeded) */
            429: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    "retry-after": components["headers"]["retry-after"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error (internal-error) */
            500: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service gave an answer that makes no sense (invalid-downstream-answer) */
            502: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable); or the version is not answered for a while (version-brownout) */
            503: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    "retry-after": components["headers"]["retry-after"];
                    vary?: string;
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The time for the answer was up (deadline-exceeded) */
            504: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "content-language": components["headers"]["content-language"];
                    "cache-control": components["headers"]["cache-control"];
                    "content-security-policy": components["headers"]["content-security-policy"];
                    "cross-origin-resource-policy": components["headers"]["cross-origin-resource-policy"];
                    "referrer-policy": components["headers"]["referrer-policy"];
                    "strict-transport-security": components["headers"]["strict-transport-security"];
                    "x-content-type-options": components["headers"]["x-content-type-options"];
                    vary?: string;
                    "ratelimit-policy": components["headers"]["ratelimit-policy"];
                    ratelimit: components["headers"]["ratelimit"];
                    link?: string;
                    deprecation?: string;
                    sunset?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
