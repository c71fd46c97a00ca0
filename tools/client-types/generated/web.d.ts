// Generated from the OpenAPI document of web-bff: do not edit.

export interface paths {
    "/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that a product page shows */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{productId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of reviews, newest first */
        get: operations["getReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{productId}/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it costs for who signed in */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads to the identity provider */
        get: operations["signIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads back to the shop */
        get: operations["endSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/backchannel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends what a logout token names */
        post: operations["endSessions"];
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
        /** @description meta.sections says which sections are fresh, stale or missing */
        ProductDetail: {
            id: string;
            sku: string;
            slug: string;
            name: string;
            /** @enum {string} */
            status: "active" | "discontinued" | "unknown";
            brand: components["schemas"]["Brand"] | null;
            summary: string;
            /** @description One string a paragraph */
            description: string[];
            /** @description The categories, root first */
            breadcrumbs: {
                id: string;
                name: string;
                slug: string;
            }[];
            attributes: {
                name: string;
                value: string;
                unit: string | null;
            }[];
            variants: {
                id: string;
                sku: string;
                options: {
                    [key: string]: string;
                };
            }[];
            images: components["schemas"]["Image"][];
            /** @description null: none, or unknown; meta.sections.price tells which */
            price: components["schemas"]["Price"] | null;
            availability: components["schemas"]["Availability"];
            /** @description Active, price known, and in stock, low on stock or pre-order */
            purchasable: boolean;
            /** @description null: unknown */
            reviews: components["schemas"]["ReviewPage"] | null;
            /** @description null: unknown */
            related: components["schemas"]["Card"][] | null;
            seo: components["schemas"]["Seo"];
            meta: {
                /** @enum {string} */
                locale: "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-EG";
                /** @enum {string} */
                currency: "GBP" | "EUR" | "USD" | "JPY";
                sections: {
                    product: components["schemas"]["SectionState"];
                    price: components["schemas"]["SectionState"];
                    availability: components["schemas"]["SectionState"];
                    reviews: components["schemas"]["SectionState"];
                    related: components["schemas"]["SectionState"];
                    "related.price": components["schemas"]["SectionState"];
                    "related.rating": components["schemas"]["SectionState"];
                };
            };
        };
        Brand: {
            id: string;
            name: string;
        };
        Image: {
            /** Format: uri */
            src: string;
            /** @description Every width there is, for an img element */
            srcset: string;
            alt: string;
            width: number;
            height: number;
        };
        Price: {
            /** @enum {string} */
            currency: "GBP" | "EUR" | "USD" | "JPY";
            /** @description What it costs now, in minor units of the currency */
            currentMinor: number;
            /** @description The list price, in minor units; above currentMinor in a sale */
            listMinor: number;
            /** @description The same two amounts as a reader of the locale writes them */
            formatted: {
                current: string;
                list: string;
            };
            taxIncluded: boolean;
            /**
             * Format: date-time
             * @description When the price ends; absent where no end is set
             */
            validUntil?: string;
        };
        Availability: {
            /** @enum {string} */
            status: "in_stock" | "low_stock" | "out_of_stock" | "preorder" | "unknown";
            /**
             * Format: date-time
             * @description When it is expected; absent where nobody said
             */
            restockAt?: string;
        };
        ReviewPage: {
            summary: components["schemas"]["RatingSummary"];
            items: {
                id: string;
                rating: number;
                title: string | null;
                body: string;
                author: {
                    displayName: string;
                };
                /** @description Whether the author bought it here */
                verified: boolean;
                /** Format: date-time */
                createdAt: string;
            }[];
            /** @description For the next page; null on the last */
            nextCursor: string | null;
        };
        RatingSummary: {
            /** @description null where there is no review */
            average: number | null;
            count: number;
            /** @description How many gave one to five stars */
            histogram: {
                1: number;
                2: number;
                3: number;
                4: number;
                5: number;
            };
        };
        /** @description A related product */
        Card: {
            id: string;
            slug: string;
            name: string;
            brand: components["schemas"]["Brand"] | null;
            image: components["schemas"]["Image"] | null;
            price: {
                /** @enum {string} */
                currency: "GBP" | "EUR" | "USD" | "JPY";
                /** @description What it costs now, in minor units of the currency */
                currentMinor: number;
                /** @description The list price, in minor units; above currentMinor in a sale */
                listMinor: number;
                /** @description The same two amounts as a reader of the locale writes them */
                formatted: {
                    current: string;
                    list: string;
                };
            } | null;
            rating: {
                /** @description null where there is no review */
                average: number | null;
                count: number;
            } | null;
        };
        Seo: {
            title: string;
            description: string;
            /** Format: uri */
            canonicalUrl: string;
            openGraph: {
                /** @constant */
                type: "product";
                title: string;
                description: string;
                /** Format: uri */
                url: string;
                image: string | null;
                /**
                 * @description language_TERRITORY
                 * @example en_GB
                 */
                locale: string;
            };
            /** @description A schema.org Product, ready to stand in a script element as it is */
            jsonLd: string;
        };
        /** @description Whether a section is current, older than it should be (asOf says from when), or missing and why */
        SectionState: {
            /** @constant */
            state: "fresh";
        } | {
            /** @constant */
            state: "stale";
            /** Format: date-time */
            asOf: string;
        } | {
            /** @constant */
            state: "missing";
            /** @enum {string} */
            reason: "unavailable" | "timeout" | "invalid";
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
        /** @description What a product costs for who signed in */
        Offer: {
            id: string;
            /** @description null: there is none in this user's price list and currency */
            price: components["schemas"]["Price"] | null;
            meta: {
                /** @enum {string} */
                locale: "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-EG";
                /** @enum {string} */
                currency: "GBP" | "EUR" | "USD" | "JPY";
                sections: {
                    product: components["schemas"]["SectionState"];
                    price: components["schemas"]["SectionState"];
                };
            };
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
        /** @description Seconds to wait before asking again */
        "retry-after": string;
        /** @description How to say who asks, and what was wrong with it (RFC 9110 §11.6.1) */
        "www-authenticate": string;
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
            };
            path: {
                /** @description Id of the product */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that a product page shows */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDetail"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReviews: {
        parameters: {
            query?: {
                /** @description Language of texts and formats; absent: Accept-Language decides, else en-GB */
                locale?: "en-GB" | "de-DE" | "fr-FR" | "ja-JP" | "ar-EG";
                /** @description nextCursor of the page before; absent: the first page */
                cursor?: string;
                /** @description Reviews a page, 1 to 100 */
                limit?: string;
            };
            header?: {
                /** @description Chooses the language where the query names none (RFC 9110 §12.5.4) */
                "accept-language"?: string;
                /** @description Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3) */
                "accept-encoding"?: string;
                /** @description ETag of the answer that the client has */
                "if-none-match"?: string;
            };
            path: {
                /** @description Id of the product */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reviews, newest first */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffer: {
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
            };
            path: {
                /** @description Id of the product */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it costs for who signed in */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: {
                /** @description A path of the shop, up to 300 characters; absent: / */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Leads to the identity provider */
            302: {
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
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    location: string;
                    "set-cookie": string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Leads back to the shop */
            303: {
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
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    location: string;
                    "set-cookie": string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in */
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
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        signedIn: false;
                    } | {
                        /** @constant */
                        signedIn: true;
                        name: string | null;
                        customerGroup: string | null;
                        /** Format: date-time */
                        expiresAt: string;
                    };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header: {
                "x-bff": "1";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ends the session */
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
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        logoutUrl: string | null;
                    };
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    logout_token: string;
                };
            };
        };
        responses: {
            /** @description Ends what a logout token names */
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
                    "content-encoding"?: string;
                    "server-timing"?: string;
                    vary?: string;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A service is unavailable (service-unavailable) */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
