// An app of today that meets values of tomorrow; prints what it makes of each.

import com.example.productbffs.DegradedItem
import com.example.productbffs.DegradedItemSection
import com.example.productbffs.DegradedItemState
import com.example.productbffs.ProductAvailability
import com.example.productbffs.ProductAvailabilityStatus
import kotlinx.serialization.encoding.Decoder

class Sent(private val value: String) : Decoder {
    override fun decodeString() = value
}

fun advice(status: ProductAvailabilityStatus): String =
    when (status) {
        ProductAvailabilityStatus.IN_STOCK, ProductAvailabilityStatus.LOW_STOCK -> "buy"
        ProductAvailabilityStatus.PREORDER -> "order"
        ProductAvailabilityStatus.OUT_OF_STOCK, ProductAvailabilityStatus.UNKNOWN -> "wait"
    }

fun main(values: Array<String>) {
    for (value in values) {
        val status = ProductAvailabilityStatus.Serializer.deserialize(Sent(value))
        println("$value ${ProductAvailability(status)} ${advice(status)}")
    }
    println(DegradedItem(DegradedItemSection.of("price"), DegradedItemState.of("guessed")))
}
