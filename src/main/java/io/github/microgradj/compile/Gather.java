package io.github.microgradj.compile;

import io.github.microgradj.compile.kernel.Layout;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instruction that copies scattered nodes into the columns of one block, because instructions read whole blocks.
 *
 * @param block the block to fill
 * @param sources the source of each column's numbers
 * @param clears the blocks whose gradients are set to 0 first, because the backward pass has not yet added to them
 * @param widths the width of each block
 * @param layout the memory layout of blocks
 * @param slots the per-step values
 */
record Gather(int block, List<ColumnSource> sources, int[] clears, List<Integer> widths, double[] slots, Layout layout)
        implements Instruction {
    /** The source of a column. */
    sealed interface ColumnSource {
        /** A column of another block. */
        record Column(int block, int number) implements ColumnSource {}

        /** A per-step value, which is the same for every sample. */
        record Slot(int slot, boolean requiresGrad) implements ColumnSource {}

        /** A constant. */
        record Constant(double number) implements ColumnSource {}
    }

    @Override
    public int[] outputs() {
        return new int[] {block};
    }

    @Override
    public int[] operands() {
        return sources.stream()
                .flatMapToInt(source -> source instanceof ColumnSource.Column column
                        ? Arrays.stream(new int[] {column.block})
                        : Arrays.stream(new int[0]))
                .toArray();
    }

    @Override
    public int[] backwardReads() {
        return new int[0];
    }

    @Override
    public Step bind(double[][] values, double[] @Nullable [] grads) {
        return new Bound(values, grads);
    }

    private final class Bound implements Step {
        private final double[][] values;
        private final double[] @Nullable [] grads;
        private final ColumnSource[] columns = sources.toArray(ColumnSource[]::new);
        private final int[] width = widths.stream().mapToInt(each -> each).toArray();

        Bound(double[][] values, double[] @Nullable [] grads) {
            this.values = values;
            this.grads = grads;
        }

        @Override
        public void forward(int samples) {
            for (int j = 0; j < columns.length; j++) {
                if (columns[j] instanceof ColumnSource.Column from) {
                    copy(values[from.block], from.number, width[from.block], j, samples);
                } else {
                    fill(
                            j,
                            columns[j] instanceof ColumnSource.Slot from ? slots[from.slot] : number(columns[j]),
                            samples);
                }
            }
        }

        private double number(ColumnSource source) {
            return ((ColumnSource.Constant) source).number;
        }

        private void copy(double[] from, int column, int fromWidth, int j, int samples) {
            double[] to = values[block];
            int k = column * layout.nodeStride(samples);
            int i = j * layout.nodeStride(samples);
            for (int l = 0; l < samples; l++) {
                to[i + l * layout.sampleStride(columns.length)] = from[k + l * layout.sampleStride(fromWidth)];
            }
        }

        private void fill(int j, double number, int samples) {
            double[] to = values[block];
            int i = j * layout.nodeStride(samples);
            for (int l = 0; l < samples; l++) {
                to[i + l * layout.sampleStride(columns.length)] = number;
            }
        }

        @Override
        public void backward(int samples, PartialSum slice) {
            for (int each : clears) {
                double[] row = grads[each];
                if (row != null) {
                    Arrays.fill(row, 0, samples * width[each], 0);
                }
            }
            double[] from = grads[block];
            for (int j = 0; j < columns.length && from != null; j++) {
                if (columns[j] instanceof ColumnSource.Column to) {
                    double[] row = grads[to.block];
                    if (row != null) {
                        addTo(row, to.number, width[to.block], from, j, samples);
                    }
                } else if (columns[j] instanceof ColumnSource.Slot to && to.requiresGrad) {
                    slice.grads[to.slot] = sum(slice.grads[to.slot], from, j, samples);
                }
            }
        }

        private void addTo(double[] to, int column, int toWidth, double[] from, int j, int samples) {
            int k = column * layout.nodeStride(samples);
            int i = j * layout.nodeStride(samples);
            for (int l = 0; l < samples; l++) {
                to[k + l * layout.sampleStride(toWidth)] += from[i + l * layout.sampleStride(columns.length)];
            }
        }

        private double sum(double start, double[] from, int j, int samples) {
            double sum = start;
            int i = j * layout.nodeStride(samples);
            for (int l = 0; l < samples; l++) {
                sum += from[i + l * layout.sampleStride(columns.length)];
            }
            return sum;
        }
    }
}
