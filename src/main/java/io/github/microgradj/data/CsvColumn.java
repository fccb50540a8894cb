package io.github.microgradj.data;

import java.util.List;

/**
 * A column of a CSV file and how it was used.
 *
 * @param name its name in the header; x1, x2 and so on for a column without a name
 * @param kind the kind of its cells
 * @param use how it was used
 * @param missing the number of missing values
 * @param features the names of the features made from the column: one for numbers, one per word for text
 */
public record CsvColumn(String name, ColumnKind kind, Use use, int missing, List<String> features) {
    /** The uses of a column. */
    public enum Use {
        /** An input of the network. */
        FEATURE,
        /** The column to predict. */
        TARGET,
        /** Not used. */
        LEFT_OUT
    }

    public CsvColumn {
        features = List.copyOf(features);
    }
}
