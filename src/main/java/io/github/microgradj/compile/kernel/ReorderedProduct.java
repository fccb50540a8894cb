package io.github.microgradj.compile.kernel;

/** A product whose sums add their terms in a given order. It copies both matrices in that order. */
final class ReorderedProduct implements Kernels.Product {
    private final Kernels.Product product;
    private final int[] order;
    private final int columns;
    private final Matrix left;
    private final Matrix right;

    ReorderedProduct(Kernels.Product product, int rows, int[] order, int columns) {
        this.product = product;
        this.order = order;
        this.columns = columns;
        left = Matrix.ofSpacedRows(rows, order.length);
        right = Matrix.ofSpacedRows(order.length, columns);
    }

    @Override
    public void run(Matrix c, Matrix start, Matrix a, Matrix b, int rows, int depth) {
        a.selectColumns(order, rows, left);
        b.selectRows(order, columns, right);
        product.run(c, start, left, right, rows, depth);
    }
}
