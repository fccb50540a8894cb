/**
 * Export of trained networks to files for other programs. In: a {@link io.github.microgradj.export.DenseNetwork}, the
 * plain numbers of a network. Out: a file that another program runs or reads. Start with {@link
 * io.github.microgradj.export.ExportFormat}, the table of formats by file extension: {@link
 * io.github.microgradj.export.OnnxModel} for ONNX Runtime, {@link io.github.microgradj.export.Safetensors} for weights
 * alone, {@link io.github.microgradj.export.PyTorchProgram} to continue training, and {@link
 * io.github.microgradj.export.JavaSource} for a class without dependencies.
 */
@NullMarked
package io.github.microgradj.export;

import org.jspecify.annotations.NullMarked;
