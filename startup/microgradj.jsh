// The imports for every microgradj session. microgradj-shell uses them, and so can the JDK's jshell:
// jshell --class-path "$(bin/microgradj-shell --print-classpath)" --startup DEFAULT --startup startup/microgradj.jsh
import io.github.microgradj.engine.*;
import io.github.microgradj.compile.*;
import io.github.microgradj.random.*;
import io.github.microgradj.nn.*;
import io.github.microgradj.nn.Module;
import io.github.microgradj.optim.*;
import io.github.microgradj.data.*;
import io.github.microgradj.train.*;
import io.github.microgradj.languagemodel.*;
import io.github.microgradj.viz.graph.*;
import io.github.microgradj.viz.graph.view.Fold;
import io.github.microgradj.viz.graph.view.GraphNames;
import io.github.microgradj.viz.graph.view.GraphTheme;
import io.github.microgradj.viz.picture.Picture;
import io.github.microgradj.viz.plot.*;
import io.github.microgradj.viz.training.*;
import io.github.microgradj.text.Repr;
import io.github.microgradj.language.Functions;
import io.github.microgradj.language.Ops;
import io.github.microgradj.language.Prelude;
import io.github.microgradj.language.Python;
import static io.github.microgradj.language.Prelude.*;
import static io.github.microgradj.language.Functions.*;
