package io.github.microgradj.command.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingOptions;

/** A training run to perform: the network, the data and the options. */
record TrainingJob(MLP model, Dataset data, TrainingOptions options) {}
