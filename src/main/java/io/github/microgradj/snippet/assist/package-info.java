/**
 * Helps while a snippet is typed, and when it is rejected. In: code and a cursor, or a message of the compiler. Out:
 * completions ({@link io.github.microgradj.snippet.assist.Suggestions}), documentation and signatures ({@link
 * io.github.microgradj.snippet.assist.Lookup}), names the user may have meant ({@link
 * io.github.microgradj.snippet.assist.ErrorHints}). All three ask {@link io.github.microgradj.snippet.assist.Scope} what a
 * name stands for; open it first. Runs no snippet.
 */
@NullMarked
package io.github.microgradj.snippet.assist;

import org.jspecify.annotations.NullMarked;
