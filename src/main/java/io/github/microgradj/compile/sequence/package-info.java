/**
 * The compiler for functions of indices, such as the loss of a language model over the letters of a name. It
 * turns a function and its parameters into a program that computes the loss and the gradients. These equal the engine's
 * bit for bit, except as {@code CompiledSequence} explains. Start with {@link
 * io.github.microgradj.compile.sequence.CompiledSequence}, then read {@link
 * io.github.microgradj.compile.sequence.Index}, which explains which functions can be compiled.
 *
 * <p>A batch of samples has thousands of identical graphs, and the parent package runs each operation over all of them.
 * A sequence has one graph, in which the same layers occur at each position. This package finds the nodes of that graph
 * that can be computed together. The stages, in order:
 * <ol>
 * <li>{@code TracedCall} calls the function, {@code SequenceTrace} walks through the graph that the call built, with
 *     the help of {@code ValueNumbers}, and {@code GraphMatch} compares this graph with that of a second call. The
 *     result is a {@code SequenceGraph}.
 * <li>{@code UnitFinder} finds sums ({@code GraphUnit}), {@code UnitGrouping} groups units that are alike
 *     ({@code UnitGroup}), and {@code GradientOrder} orders and splits the groups so that gradients are summed as in
 *     the engine. The last two use a {@code PartialOrder}.
 * <li>{@code SequenceLayout} assigns memory, and {@code SequencePlanner} writes a {@code SequenceStep} for each group:
 *     a {@code RowProduct}, {@code TermSums}, a {@code NodeGroup} or {@code SingleNodes}.
 * <li>{@code SequenceProgram} runs the steps on two flat arrays of values and gradients. {@code SelectedPlaces} adjusts
 *     the steps to the indices.
 * </ol>
 */
@NullMarked
package io.github.microgradj.compile.sequence;

import org.jspecify.annotations.NullMarked;
