package io.github.microgradj.viz.training;

import io.github.microgradj.nn.MLP;

/** The picture of a network in a report: an image for each snapshot, and an overlay that is the same for all. */
interface SnapshotPicture {
    /** Returns a description of the image, for readers who cannot see it. */
    String alternative();

    /** Returns the image of a network as a data URL. */
    String image(MLP model);

    /** Returns the overlay as SVG, in a view box of 400 by 300. */
    String overlay();

    /** Returns the legend as HTML. */
    String legend();
}
