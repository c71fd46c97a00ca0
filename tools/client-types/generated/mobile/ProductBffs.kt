// Generated from the OpenAPI document of mobile-bff: do not edit.
// Read it with Json { ignoreUnknownKeys = true }: fields are added over the years.

package com.example.productbffs

import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

@Serializable
data class Product(
    val id: String,
    val name: String,
    val status: ProductStatus,
    val brand: ProductBrand?,
    val summary: String,
    /** In the width that was asked for; as many as fit into a compact answer */
    val images: List<String>,
    /** null: none, or unknown when degraded lists price */
    val price: ProductPrice?,
    /** null: unknown */
    val rating: ProductRating?,
    val availability: ProductAvailability,
    /** Active, price known, and in stock, low on stock or pre-order */
    val purchasable: Boolean,
    val degraded: List<DegradedItem>,
)

@Serializable(with = ProductStatus.Serializer::class)
enum class ProductStatus(val wire: String) {
    ACTIVE("active"),
    DISCONTINUED("discontinued"),

    /** Sent as such, and whatever came after this app was built */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): ProductStatus = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<ProductStatus>("ProductStatus", ::of, ProductStatus::wire)
}

@Serializable
data class ProductBrand(
    val id: String,
    val name: String,
)

@Serializable
data class ProductPrice(
    val currency: ProductPriceCurrency,
    /** Minor units of the currency */
    val currentMinor: Long,
    /** currentMinor as a reader of the locale writes it */
    val display: String,
    /**
     * The same as display, which replaces it; only for apps that were built before that
     * May be absent: null then
     */
    @Deprecated("The same as display, which replaces it; only for apps that were built before that")
    val formatted: String? = null,
    /**
     * The list price, where it is above the current one
     * May be absent: null then
     */
    val listDisplay: String? = null,
)

@Serializable(with = ProductPriceCurrency.Serializer::class)
enum class ProductPriceCurrency(val wire: String) {
    GBP("GBP"),
    EUR("EUR"),
    USD("USD"),
    JPY("JPY"),

    /** Whatever came after this app was built; never sent */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): ProductPriceCurrency = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<ProductPriceCurrency>("ProductPriceCurrency", ::of, ProductPriceCurrency::wire)
}

@Serializable
data class ProductRating(
    /** null where there is no review */
    val average: Double?,
    val count: Long,
)

@Serializable
data class ProductAvailability(
    /** Only what the app that asks knows (App-Version); what came after it is unknown, and not purchasable */
    val status: ProductAvailabilityStatus,
    /**
     * When it is expected; absent where nobody said
     * Format: date-time
     * May be absent: null then
     */
    val restockAt: String? = null,
)

@Serializable(with = ProductAvailabilityStatus.Serializer::class)
enum class ProductAvailabilityStatus(val wire: String) {
    IN_STOCK("in_stock"),
    LOW_STOCK("low_stock"),
    OUT_OF_STOCK("out_of_stock"),
    PREORDER("preorder"),

    /** Sent as such, and whatever came after this app was built */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): ProductAvailabilityStatus = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<ProductAvailabilityStatus>("ProductAvailabilityStatus", ::of, ProductAvailabilityStatus::wire)
}

@Serializable
data class DegradedItem(
    val section: DegradedItemSection,
    val state: DegradedItemState,
    /**
     * Where state is stale
     * Format: date-time
     * May be absent: null then
     */
    val asOf: String? = null,
    /**
     * Where state is missing
     * May be absent: null then
     */
    val reason: DegradedItemReason? = null,
)

@Serializable(with = DegradedItemSection.Serializer::class)
enum class DegradedItemSection(val wire: String) {
    PRODUCT("product"),
    PRICE("price"),
    AVAILABILITY("availability"),
    RATING("rating"),

    /** Whatever came after this app was built; never sent */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): DegradedItemSection = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<DegradedItemSection>("DegradedItemSection", ::of, DegradedItemSection::wire)
}

@Serializable(with = DegradedItemState.Serializer::class)
enum class DegradedItemState(val wire: String) {
    STALE("stale"),
    MISSING("missing"),

    /** Whatever came after this app was built; never sent */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): DegradedItemState = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<DegradedItemState>("DegradedItemState", ::of, DegradedItemState::wire)
}

@Serializable(with = DegradedItemReason.Serializer::class)
enum class DegradedItemReason(val wire: String) {
    UNAVAILABLE("unavailable"),
    TIMEOUT("timeout"),
    INVALID("invalid"),

    /** Whatever came after this app was built; never sent */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): DegradedItemReason = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<DegradedItemReason>("DegradedItemReason", ::of, DegradedItemReason::wire)
}

/** Problem details (RFC 9457) */
@Serializable
data class Problem(
    /**
     * What kind of problem: <PROBLEM_BASE_URL>/<code>
     * Format: uri
     */
    val type: String,
    val title: String,
    val status: Long,
    val detail: String,
    val code: ProblemCode,
    /** Quote it when you report the problem */
    val requestId: String,
    /**
     * Of a 400: every thing that is wrong, and where
     * May be absent: null then
     */
    val errors: List<ProblemErrorsItem>? = null,
)

@Serializable(with = ProblemCode.Serializer::class)
enum class ProblemCode(val wire: String) {
    INVALID_REQUEST("invalid-request"),
    CURSOR_INVALID("cursor-invalid"),
    UNAUTHENTICATED("unauthenticated"),
    FORBIDDEN("forbidden"),
    NOT_FOUND("not-found"),
    UNKNOWN_VERSION("unknown-version"),
    METHOD_NOT_ALLOWED("method-not-allowed"),
    NOT_ACCEPTABLE("not-acceptable"),
    REQUEST_TIMEOUT("request-timeout"),
    VERSION_GONE("version-gone"),
    CURSOR_EXPIRED("cursor-expired"),
    CONTENT_TOO_LARGE("content-too-large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type"),
    APP_VERSION_UNSUPPORTED("app-version-unsupported"),
    QUOTA_EXCEEDED("quota-exceeded"),
    HEADER_FIELDS_TOO_LARGE("header-fields-too-large"),
    INTERNAL_ERROR("internal-error"),
    INVALID_DOWNSTREAM_ANSWER("invalid-downstream-answer"),
    VERSION_BROWNOUT("version-brownout"),
    SERVICE_UNAVAILABLE("service-unavailable"),
    DEADLINE_EXCEEDED("deadline-exceeded"),

    /** Whatever came after this app was built; never sent */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): ProblemCode = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<ProblemCode>("ProblemCode", ::of, ProblemCode::wire)
}

@Serializable
data class ProblemErrorsItem(
    val `in`: ProblemErrorsItemIn,
    val name: String,
    val code: String,
    val detail: String,
)

@Serializable(with = ProblemErrorsItemIn.Serializer::class)
enum class ProblemErrorsItemIn(val wire: String) {
    PATH("path"),
    QUERY("query"),
    HEADER("header"),
    BODY("body"),

    /** Whatever came after this app was built; never sent */
    UNKNOWN("unknown");

    companion object {
        fun of(wire: String): ProblemErrorsItemIn = entries.firstOrNull { it.wire == wire } ?: UNKNOWN
    }

    object Serializer : OpenEnumSerializer<ProblemErrorsItemIn>("ProblemErrorsItemIn", ::of, ProblemErrorsItemIn::wire)
}

@Serializable
data class ProductList(
    /** In the order asked */
    val items: List<Product>,
    /** Ids that there is no product for */
    val missing: List<String>,
    /** The sections that are not fresh in any of the items */
    val degraded: List<DegradedItem>,
)

/** Reads a value that was not known when the app was built as the enum's UNKNOWN. */
open class OpenEnumSerializer<T>(name: String, private val read: (String) -> T, private val write: (T) -> String) :
    KSerializer<T> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor(name, PrimitiveKind.STRING)

    override fun deserialize(decoder: Decoder): T = read(decoder.decodeString())

    override fun serialize(encoder: Encoder, value: T) = encoder.encodeString(write(value))
}
