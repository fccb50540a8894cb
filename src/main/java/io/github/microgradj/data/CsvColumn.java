package io.github.microgradj.data;

import java.util.List;

/**
 * A column of a CSV file and what became of it.
 *
 * @param name its name in the header; x1, x2 and so on without one
 * @param kind what its cells are
 * @param use what it was read for
 * @param missing the number of missing values
 * @param features the names of the features it became: one for numbers, one for each word otherwise
 */
public record CsvColumn(String name, ColumnKind kind, Use use, int missing, List<String> features) {
    /** What a column was read for. */
    public enum Use {
        /** To learn from. */
        FEATURE,
        /** To be predicted. */
        TARGET,
        /** For nothing. */
        LEFT_OUT
    }

    public CsvColumn {
        features = List.copyOf(features);
    }
}
