package io.github.microgradj.command.training;

import io.github.microgradj.command.languagemodel.LanguageFlags;
import io.github.microgradj.data.Datasets;
import io.github.microgradj.nn.Activation;
import io.github.microgradj.nn.Initializer;
import io.github.microgradj.nn.Scaling;
import io.github.microgradj.optim.Optimizers;
import io.github.microgradj.train.Loss;
import io.github.microgradj.train.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The names that options of {@code :train} accept, for help and completion. */
abstract class TrainingNames extends ArrayList<String> {
    /** The names of all kinds of data: the generated data sets, CSV files, and documents. */
    static final List<String> DATASETS = Stream.concat(Datasets.names().stream(), Stream.of("csv", LanguageFlags.NAMES))
            .toList();

    private static final long serialVersionUID = 1;

    TrainingNames(List<String> names) {
        super(names);
    }

    /** The names of data sets. */
    static final class OfDatasets extends TrainingNames {
        private static final long serialVersionUID = 1;

        OfDatasets() {
            super(DATASETS);
        }
    }

    /** The names of optimizers. */
    static final class OfOptimizers extends TrainingNames {
        private static final long serialVersionUID = 1;

        OfOptimizers() {
            super(Optimizers.names());
        }
    }

    /** The names of activations. */
    static final class OfActivations extends TrainingNames {
        private static final long serialVersionUID = 1;

        OfActivations() {
            super(Stream.of(Activation.values()).map(Activation::toString).toList());
        }
    }

    /** The names of initializers. */
    static final class OfInitializers extends TrainingNames {
        private static final long serialVersionUID = 1;

        OfInitializers() {
            super(Stream.of(Initializer.values()).map(Initializer::toString).toList());
        }
    }

    /** The names of scalings, including none. */
    static final class OfScales extends TrainingNames {
        private static final long serialVersionUID = 1;

        OfScales() {
            super(Stream.concat(Scaling.KINDS.stream(), Stream.of(TrainingOptions.UNSCALED))
                    .toList());
        }
    }

    /** The names of losses. */
    static final class OfLosses extends TrainingNames {
        private static final long serialVersionUID = 1;

        OfLosses() {
            super(Stream.of(Loss.values()).map(Loss::toString).toList());
        }
    }
}
