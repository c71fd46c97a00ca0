package kotlinx.serialization.descriptors

interface SerialDescriptor {
    val serialName: String
}

sealed class PrimitiveKind {
    object STRING : PrimitiveKind()
}

fun PrimitiveSerialDescriptor(serialName: String, kind: PrimitiveKind): SerialDescriptor =
    object : SerialDescriptor {
        override val serialName = "$serialName of $kind"
    }
