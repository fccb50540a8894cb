package io.github.microgradj.command.learning;

import io.github.microgradj.learn.LessonStep.Block;
import io.github.microgradj.learn.LessonStep.Demonstration;
import io.github.microgradj.learn.LessonStep.Listing;
import io.github.microgradj.learn.LessonStep.Prose;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The blocks of a step that are still to be shown. No more is shown at a time than fits in the window. */
final class StepPages {
    private final LessonSession session;
    private final LessonText text;
    private final Deque<Block> waiting = new ArrayDeque<>();
    /** The first block as it will be printed, or an empty string if it has not been prepared. */
    private String prepared = "";

    private boolean afterCode;

    StepPages(LessonSession session, LessonText text) {
        this.session = session;
        this.text = text;
    }

    /** Replaces the blocks that are still to be shown. */
    void set(List<Block> blocks) {
        waiting.clear();
        waiting.addAll(blocks);
        prepared = "";
        afterCode = false;
    }

    /** Returns the number of lines that the text of the blocks will take, without pictures. */
    int height() {
        return waiting.stream()
                .mapToInt(block -> block instanceof Prose prose
                        ? 1 + (int) text.formatted(prose.markdown()).lines().count()
                        : block instanceof Listing listing
                                ? (int) listing.code().lines().count()
                                : estimate((Demonstration) block))
                .sum();
    }

    /** Shows the blocks that fit in the window, at least one. Returns whether none is left. */
    boolean show() {
        while (!waiting.isEmpty()) {
            Block block = waiting.element();
            boolean runs = block instanceof Demonstration demonstration && !isPicture(demonstration);
            if (!runs && prepared.isEmpty()) {
                prepared = session.printer().captured(() -> print(block));
            }
            if (!session.printer()
                    .hasRoom(
                            runs
                                    ? estimate((Demonstration) block)
                                    : (int) prepared.lines().count())) {
                return false;
            }
            if (runs) {
                print(block);
            } else {
                session.printer().raw(prepared);
            }
            waiting.remove();
            prepared = "";
            afterCode = !(block instanceof Prose);
        }
        return true;
    }

    /** Returns the number of lines that code which prints results will probably take. */
    private static int estimate(Demonstration demonstration) {
        return 2 * (int) demonstration.code().lines().count();
    }

    private void print(Block block) {
        if (block instanceof Prose prose) {
            if (afterCode) {
                session.printer().line("");
            }
            text.prose(prose.markdown());
        } else if (block instanceof Listing listing) {
            text.code(listing.code());
        } else if (block instanceof Demonstration demonstration) {
            session.demonstrate(demonstration.code());
        }
    }

    /** Returns whether the blocks contain a picture. */
    static boolean draw(List<Block> blocks) {
        return blocks.stream()
                .anyMatch(block -> block instanceof Demonstration demonstration
                        && demonstration.code().startsWith(":"));
    }

    /** Returns whether the code only draws a picture, whose height is known before it is shown. */
    private static boolean isPicture(Demonstration demonstration) {
        return demonstration.code().lines().allMatch(line -> line.matches(":(?:graph|plot|descend)\\b.*"));
    }
}
