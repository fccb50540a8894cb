package io.github.microgradj.command.basic;

import io.github.microgradj.command.CommandContext;
import io.github.microgradj.command.UserError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.util.List;

/** A runner for external programs that the user can stop. */
final class ExternalProcess {
    private ExternalProcess() {}

    /**
     * Runs the program and returns its exit status. The program uses the terminal directly. Without a terminal, its
     * output is copied to the session's output.
     */
    static int run(CommandContext context, List<String> command) throws UserError {
        context.printer().flush();
        return context.session().withTerminal(() -> {
            Process process = start(command, context.printer().isTerminal());
            try {
                forward(process, context);
                return process.waitFor();
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        });
    }

    private static Process start(List<String> command, boolean terminal) throws UserError {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(Redirect.INHERIT)
                    .redirectOutput(terminal ? Redirect.INHERIT : Redirect.PIPE)
                    .redirectError(Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UserError("cannot run " + command.get(0) + ": " + e.getMessage());
        }
    }

    /**
     * Copies the program's output to the session's output. There is nothing to copy if the program uses the terminal
     * directly.
     */
    private static void forward(Process process, CommandContext context) throws IOException {
        Reader output = new InputStreamReader(process.getInputStream(), Charset.defaultCharset());
        char[] buffer = new char[8192];
        for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
            context.printer().raw(new String(buffer, 0, n));
        }
    }
}
