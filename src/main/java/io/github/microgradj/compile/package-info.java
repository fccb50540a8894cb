/**
 * The compiler for functions of Values. It turns a function and its parameters into a program that
 * computes the loss and the gradients over whole batches. On up to 128 samples, the results equal the engine's bit for
 * bit. Start with
 * {@link io.github.microgradj.compile.Compiled}.
 * {@link io.github.microgradj.compile.Expression} compiles a single graph to straight-line code, which
 * {@code BytecodeGenerator} generates.
 *
 * <p>The stages, in order:
 * <ol>
 * <li>{@code TracedFunction} calls the function, and {@code Trace} lists the graph of the call as {@code Node}s.
 * <li>{@code Planner} separates the nodes computed once per step from those computed for each sample, finds layers
 *     ({@code Chain}) and groups nodes with the same operation ({@code OpGroup}).
 * <li>{@code SlotPlan} and {@code BlockPlan} assign memory to every node and create the parts of the program:
 *     {@code SlotStep}s, which run once per step, and {@code Instruction}s ({@code Affine}, {@code Elementwise},
 *     {@code Gather}), which run for each sample. The result is a {@code Program}.
 * <li>{@code Batch} lays out the samples in tiles, {@code BatchRunner} divides them among the threads of the
 *     {@code WorkerPool}, and each thread runs the program in its own {@code TileBuffers}, which call the
 *     {@code kernel}s.
 * </ol>
 */
@NullMarked
package io.github.microgradj.compile;

import org.jspecify.annotations.NullMarked;
