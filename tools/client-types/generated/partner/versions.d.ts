// Generated from the OpenAPI document of partner-bff: do not edit.

export interface paths {
    "/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version, its dates and what it changed */
        get: operations["getVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions in use, quota and keys of the partner that asks */
        get: operations["getAccount"];
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
        Versions: {
            /** @description The newest version that is released */
            current: string | null;
            /** @description Newest first */
            versions: {
                /** @description The month of its release; paths begin with it */
                name: string;
                /**
                 * @description candidate may still change; current is the newest that is released; supported is older; deprecated has an end; gone is answered with 410
                 * @enum {string}
                 */
                status: "candidate" | "current" | "supported" | "deprecated" | "gone";
                /** @description null: a release candidate */
                releasedAt: string | null;
                /** @description null: no end is announced */
                deprecatedAt: string | null;
                /** @description From when on it is gone; null: no end is announced */
                sunsetAt: string | null;
                /** @description Rehearsals of its end: it is answered with 503 then */
                brownouts: {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    until: string;
                }[];
                /** @description The next version; null: there is none yet */
                successor: string | null;
                /** @description Path of its OpenAPI document */
                document: string;
                /** @description What it changed against the version before */
                changes: {
                    /** @description Field of the version before; null: there was none */
                    was: string | null;
                    /** @description Field that stands for it, or the call that is new; null: there is none */
                    is: string | null;
                    text: string;
                }[];
            }[];
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
        Account: {
            /** @description Id of the partner */
            partner: string;
            /** @description Versions called in the last 14 days, newest first */
            versions: {
                name: string;
                /**
                 * @description candidate may still change; current is the newest that is released; supported is older; deprecated has an end; gone is answered with 410
                 * @enum {string}
                 */
                status: "candidate" | "current" | "supported" | "deprecated" | "gone";
                calls: number;
                /**
                 * Format: date
                 * @description The last day with a call, UTC
                 */
                lastCalledOn: string;
                /** @description From when on it is gone; null: no end is announced */
                sunsetAt: string | null;
                /** @description Whole days until then */
                daysLeft: number | null;
                successor: string | null;
                /** @description Fields that its successor does not have as they were */
                deprecatedFields: {
                    /** @description Field of the version before; null: there was none */
                    was: string | null;
                    /** @description Field that stands for it, or the call that is new; null: there is none */
                    is: string | null;
                    text: string;
                }[];
            }[];
            quota: {
                /** @description Units within a window; RateLimit says what is left */
                units: number;
                /** @description Its length, in seconds */
                windowS: number;
            };
            /** @description API keys that are valid now */
            keys: {
                /** @description The part of the key after pk_live_, which is no secret */
                id: string;
                /** Format: date-time */
                createdAt: string;
                /** @description null: not before it is revoked */
                expiresAt: string | null;
                /** @description Whole days until then */
                daysLeft: number | null;
            }[];
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
    getVersions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chooses the language where the query names none (RFC 9110 §12.5.4) */
                "accept-language"?: string;
                /** @description Codings that the client takes, br and gzip among them (RFC 9110 §12.5.3) */
                "accept-encoding"?: string;
                /** @description ETag of the answer that the client has */
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All versions that there are or were */
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
                    "application/json": components["schemas"]["Versions"];
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
        };
    };
    getAccount: {
        parameters: {
            query?: never;
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
            /** @description The account */
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
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
                    "ratelimit-policy"?: string;
                    ratelimit?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
