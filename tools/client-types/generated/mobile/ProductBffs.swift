// Generated from the OpenAPI document of mobile-bff: do not edit.

struct Product: Codable, Hashable, Sendable {
    let id: String
    let name: String
    let status: ProductStatus
    let brand: ProductBrand?
    let summary: String
    /// In the width that was asked for; as many as fit into a compact answer
    let images: [String]
    /// null: none, or unknown when degraded lists price
    let price: ProductPrice?
    /// null: unknown
    let rating: ProductRating?
    let availability: ProductAvailability
    /// Active, price known, and in stock, low on stock or pre-order
    let purchasable: Bool
    let degraded: [DegradedItem]
}

enum ProductStatus: String, Codable, Hashable, Sendable {
    case active = "active"
    case discontinued = "discontinued"
    /// Sent as such, and whatever came after this app was built
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

struct ProductBrand: Codable, Hashable, Sendable {
    let id: String
    let name: String
}

struct ProductPrice: Codable, Hashable, Sendable {
    let currency: ProductPriceCurrency
    /// Minor units of the currency
    let currentMinor: Int64
    /// currentMinor as a reader of the locale writes it
    let display: String
    /// The same as display, which replaces it; only for apps that were built before that
    /// May be absent: nil then
    @available(*, deprecated, message: "The same as display, which replaces it; only for apps that were built before that")
    let formatted: String?
    /// The list price, where it is above the current one
    /// May be absent: nil then
    let listDisplay: String?
}

enum ProductPriceCurrency: String, Codable, Hashable, Sendable {
    case gbp = "GBP"
    case eur = "EUR"
    case usd = "USD"
    case jpy = "JPY"
    /// Whatever came after this app was built; never sent
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

struct ProductRating: Codable, Hashable, Sendable {
    /// null where there is no review
    let average: Double?
    let count: Int64
}

struct ProductAvailability: Codable, Hashable, Sendable {
    /// Only what the app that asks knows (App-Version); what came after it is unknown, and not purchasable
    let status: ProductAvailabilityStatus
    /// When it is expected; absent where nobody said
    /// Format: date-time
    /// May be absent: nil then
    let restockAt: String?
}

enum ProductAvailabilityStatus: String, Codable, Hashable, Sendable {
    case inStock = "in_stock"
    case lowStock = "low_stock"
    case outOfStock = "out_of_stock"
    case preorder = "preorder"
    /// Sent as such, and whatever came after this app was built
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

struct DegradedItem: Codable, Hashable, Sendable {
    let section: DegradedItemSection
    let state: DegradedItemState
    /// Where state is stale
    /// Format: date-time
    /// May be absent: nil then
    let asOf: String?
    /// Where state is missing
    /// May be absent: nil then
    let reason: DegradedItemReason?
}

enum DegradedItemSection: String, Codable, Hashable, Sendable {
    case product = "product"
    case price = "price"
    case availability = "availability"
    case rating = "rating"
    /// Whatever came after this app was built; never sent
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

enum DegradedItemState: String, Codable, Hashable, Sendable {
    case stale = "stale"
    case missing = "missing"
    /// Whatever came after this app was built; never sent
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

enum DegradedItemReason: String, Codable, Hashable, Sendable {
    case unavailable = "unavailable"
    case timeout = "timeout"
    case invalid = "invalid"
    /// Whatever came after this app was built; never sent
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

/// Problem details (RFC 9457)
struct Problem: Codable, Hashable, Sendable {
    /// What kind of problem: <PROBLEM_BASE_URL>/<code>
    /// Format: uri
    let type: String
    let title: String
    let status: Int64
    let detail: String
    let code: ProblemCode
    /// Quote it when you report the problem
    let requestId: String
    /// Of a 400: every thing that is wrong, and where
    /// May be absent: nil then
    let errors: [ProblemErrorsItem]?
}

enum ProblemCode: String, Codable, Hashable, Sendable {
    case invalidRequest = "invalid-request"
    case cursorInvalid = "cursor-invalid"
    case unauthenticated = "unauthenticated"
    case forbidden = "forbidden"
    case notFound = "not-found"
    case unknownVersion = "unknown-version"
    case methodNotAllowed = "method-not-allowed"
    case notAcceptable = "not-acceptable"
    case requestTimeout = "request-timeout"
    case versionGone = "version-gone"
    case cursorExpired = "cursor-expired"
    case contentTooLarge = "content-too-large"
    case unsupportedMediaType = "unsupported-media-type"
    case appVersionUnsupported = "app-version-unsupported"
    case quotaExceeded = "quota-exceeded"
    case headerFieldsTooLarge = "header-fields-too-large"
    case internalError = "internal-error"
    case invalidDownstreamAnswer = "invalid-downstream-answer"
    case versionBrownout = "version-brownout"
    case serviceUnavailable = "service-unavailable"
    case deadlineExceeded = "deadline-exceeded"
    /// Whatever came after this app was built; never sent
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

struct ProblemErrorsItem: Codable, Hashable, Sendable {
    let `in`: ProblemErrorsItemIn
    let name: String
    let code: String
    let detail: String
}

enum ProblemErrorsItemIn: String, Codable, Hashable, Sendable {
    case path = "path"
    case query = "query"
    case header = "header"
    case body = "body"
    /// Whatever came after this app was built; never sent
    case unknown

    init(from decoder: any Decoder) throws {
        let wire = try decoder.singleValueContainer().decode(String.self)
        self = Self(rawValue: wire) ?? .unknown
    }
}

struct ProductList: Codable, Hashable, Sendable {
    /// In the order asked
    let items: [Product]
    /// Ids that there is no product for
    let missing: [String]
    /// The sections that are not fresh in any of the items
    let degraded: [DegradedItem]
}
