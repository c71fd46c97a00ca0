// The part of kotlinx.serialization's API that the models name, as it has been since 1.0. The library itself is on Maven
// Central alone, so the models are compiled against this; its own plugin and its JSON are not tried here.

package kotlinx.serialization

import kotlin.reflect.KClass
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

@Target(AnnotationTarget.PROPERTY, AnnotationTarget.CLASS, AnnotationTarget.TYPE)
annotation class Serializable(val with: KClass<out KSerializer<*>> = KSerializer::class)

interface DeserializationStrategy<out T> {
    val descriptor: SerialDescriptor

    fun deserialize(decoder: Decoder): T
}

interface SerializationStrategy<in T> {
    val descriptor: SerialDescriptor

    fun serialize(encoder: Encoder, value: T)
}

interface KSerializer<T> : SerializationStrategy<T>, DeserializationStrategy<T> {
    override val descriptor: SerialDescriptor
}
