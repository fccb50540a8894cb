package io.github.microgradj.command.training;

import io.github.microgradj.data.Dataset;
import io.github.microgradj.nn.MLP;
import io.github.microgradj.train.TrainingOptions;

/** What is to be done: this network is trained on this data in this way. */
record TrainingJob(MLP model, Dataset data, TrainingOptions options) {}
