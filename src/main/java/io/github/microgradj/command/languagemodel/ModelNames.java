package io.github.microgradj.command.languagemodel;

import io.github.microgradj.command.VariableNames;
import io.github.microgradj.languagemodel.LanguageModelKind;
import java.util.Iterator;

/** The completion candidates of an option that takes a kind of language model, or a variable that holds a model. */
public final class ModelNames extends VariableNames {
    @Override
    public Iterator<String> iterator() {
        return LanguageModelKind.names().iterator();
    }
}
