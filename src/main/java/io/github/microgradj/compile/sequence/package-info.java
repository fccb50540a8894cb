/**
 * The compiler for functions of indices, such as the loss of a language model over the tokens of a text. In: a function
 * and its parameters. Out: its loss and gradients for one sequence at a time, bit for bit those of the engine. Start
 * with {@link io.github.microgradj.compile.sequence.CompiledSequence}.
 *
 * <p>A batch of samples has thousands of equal graphs, and the parent package runs each operation over all of them. A
 * sequence has one graph, in which the same layers occur at each position. This package finds the nodes of that graph
 * that can be computed together: {@code SequenceTrace} lists the graph, {@code SequencePlanner} groups its nodes, and
 * {@code SequenceProgram} runs the groups on one flat array.
 */
@NullMarked
package io.github.microgradj.compile.sequence;

import org.jspecify.annotations.NullMarked;
