/**
 * Compiles functions of Values. In: a function and the parameters it uses. Out: its loss and gradients over whole batches, with
 * the engine's bits. Open {@link io.github.microgradj.compile.Compiled} first; {@link io.github.microgradj.compile.Expression}
 * compiles a single graph to straight-line code ({@code BytecodeGenerator}). Imports {@code engine}, whose {@code Op} holds every
 * formula, its own {@code kernel}, and ASM.
 *
 * <p>The stages, in order:
 *
 * <ol>
 *   <li>{@code TracedFunction} calls the function, and {@code Trace} lists the graph of the call as {@code Node}s.
 *   <li>{@code Planner} sorts the nodes into those computed once a step and those computed for each sample, finds layers
 *       ({@code Chain}) and groups nodes that do the same ({@code OpGroup}).
 *   <li>{@code SlotPlan} and {@code BlockPlan} give every node its place in memory and emit the steps: {@code SlotStep}s once a
 *       step, {@code Instruction}s ({@code Affine}, {@code Elementwise}, {@code Gather}) for each sample. The result is a
 *       {@code Program}.
 *   <li>{@code Batch} lays out the samples in tiles, {@code BatchRunner} divides them among the threads of the
 *       {@code WorkerPool}, and each thread runs the program in its own {@code TileBuffers}, which call the {@code kernel}s.
 * </ol>
 */
@NullMarked
package io.github.microgradj.compile;

import org.jspecify.annotations.NullMarked;
