package io.github.microgradj.viz.training;

import io.github.microgradj.nn.MLP;

/** What a report shows of the network at each snapshot: an image, and on top of it what is the same at all of them. */
interface SnapshotPicture {
    /** Returns what the image shows, for readers who do not see it. */
    String alternative();

    /** Returns the image of a network as a data URL. */
    String image(MLP model);

    /** Returns what is the same at each snapshot as SVG, in a view box of 400 by 300. */
    String overlay();

    /** Returns the legend as HTML. */
    String legend();
}
