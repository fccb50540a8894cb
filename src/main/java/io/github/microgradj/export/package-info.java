/**
 * Export of trained networks to files for other programs. A
 * {@link io.github.microgradj.export.DenseNetwork}, which holds the plain numbers of a network, is written to a file
 * that another program runs or reads. Start with {@link
 * io.github.microgradj.export.ExportFormat}, the table of formats by file extension: {@link
 * io.github.microgradj.export.OnnxModel} for ONNX Runtime, {@link io.github.microgradj.export.Safetensors} for weights
 * alone, {@link io.github.microgradj.export.PyTorchProgram} to continue training, and {@link
 * io.github.microgradj.export.JavaSource} for a class without dependencies.
 */
@NullMarked
package io.github.microgradj.export;

import org.jspecify.annotations.NullMarked;
