package io.github.microgradj.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.concurrent.CompletableFuture;
import org.jline.reader.History;
import org.jline.reader.LineReader;

/**
 * The history of snippets from this session and earlier ones. A snippet is one entry even if it has several lines. Each
 * entry is written to the file at once, so that nothing is lost if the shell is killed. Snippets that start with a
 * space are private and are never stored.
 */
final class SnippetHistory implements History {
    /**
     * The maximum length of an entry in the file. Longer entries, such as pasted data, are kept only for this session.
     */
    private static final int LONGEST = 100_000;

    /** All entries. Those of the file are read in the background, so that the first prompt does not wait for them. */
    private final CompletableFuture<List<Entry>> loading;

    private final HistoryFile file;
    private int index = Integer.MAX_VALUE;

    SnippetHistory(HistoryFile file) {
        this.file = file;
        this.loading = CompletableFuture.supplyAsync(this::entriesOfFile);
    }

    private List<Entry> entriesOfFile() {
        List<Entry> entries = new ArrayList<>();
        for (HistoryFile.HistoryLine line : file.read()) {
            entries.add(new SnippetEntry(entries.size(), line.time(), line.text()));
        }
        return entries;
    }

    private List<Entry> entries() {
        return loading.join();
    }

    @Override
    public void add(Instant time, String line) {
        List<Entry> entries = entries();
        boolean repeated =
                !entries.isEmpty() && entries.get(entries.size() - 1).line().equals(line);
        if (line.isBlank() || line.startsWith(" ") || repeated) {
            return;
        }
        entries.add(new SnippetEntry(entries.size(), time, line));
        if (line.length() <= LONGEST) {
            file.append(new HistoryFile.HistoryLine(time, line));
        }
    }

    @Override
    public int size() {
        return entries().size();
    }

    @Override
    public int index() {
        return Math.min(index, size());
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public int last() {
        return size() - 1;
    }

    @Override
    public String get(int place) {
        return entries().get(place).line();
    }

    @Override
    public ListIterator<Entry> iterator(int place) {
        return entries().listIterator(place);
    }

    @Override
    public String current() {
        return index() < size() ? get(index()) : "";
    }

    @Override
    public boolean previous() {
        return moveTo(index() - 1);
    }

    @Override
    public boolean next() {
        if (index() >= size()) {
            return false;
        }
        index = index() + 1;
        return true;
    }

    @Override
    public boolean moveToFirst() {
        return moveTo(0);
    }

    @Override
    public boolean moveToLast() {
        return moveTo(last());
    }

    @Override
    public boolean moveTo(int place) {
        if (place < 0 || place >= size() || place == index()) {
            return false;
        }
        index = place;
        return true;
    }

    @Override
    public void moveToEnd() {
        index = Integer.MAX_VALUE;
    }

    @Override
    public void resetIndex() {
        moveToEnd();
    }

    private record SnippetEntry(int index, Instant time, String line) implements Entry {}

    // JLine calls the following methods for histories that are written when the session ends. This history does not
    // need them.

    @Override
    public void attach(LineReader reader) {}

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public void purge() throws IOException {
        throw new UnsupportedOperationException("the history cannot be deleted");
    }

    @Override
    public void read(Path other, boolean checkDuplicates) {
        throw new UnsupportedOperationException("the history cannot use another file");
    }

    @Override
    public void write(Path other, boolean incremental) {
        throw new UnsupportedOperationException("the history cannot use another file");
    }

    @Override
    public void append(Path other, boolean incremental) {
        throw new UnsupportedOperationException("the history cannot use another file");
    }
}
