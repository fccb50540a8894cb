package io.github.microgradj.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A benchmark of {@code :train moons} as its own process, from the launcher's start to its end. */
final class ShellTraining implements Work {
    private static final Pattern LOSS = Pattern.compile("loss (\\S+),");
    /** The losses of steps 0 and 99 in micrograd's notebook. */
    private static final double[] EXPECTED = {0.8958441028683222, 0.010978370135492717};

    @Override
    public double run() {
        return output().length();
    }

    @Override
    public double error() {
        List<Double> losses = LOSS.matcher(output())
                .results()
                .map((MatchResult result) -> Double.valueOf(result.group(1)))
                .toList();
        return Math.max(
                Work.difference(losses.get(0), EXPECTED[0]),
                Work.difference(losses.get(losses.size() - 1), EXPECTED[1]));
    }

    private static String output() {
        ProcessBuilder builder = new ProcessBuilder("bin/microgradj-shell", "-e", ":train moons");
        builder.environment().put("MICROGRADJ_JAVA", System.getProperty("java.home"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the shell ended with status " + process.exitValue());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
