package io.github.warmbatch.screening;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.ModelSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found out about the columns of a first batch: a function of its rows and the
 * specification alone, the same on every machine.
 *
 * <p>An <b>identifier</b> is a column of whole numbers that never come twice although, drawn from
 * their own range, at least 20 pairs of them would be expected to be equal (the birthday problem:
 * {@code n (n - 1) / 2} pairs, each equal with a chance of one in the range); or one of text of
 * which at least 1,000 rows hold values and no two of a thousand are equal. Columns that the
 * specification names as entities, or the trainer's options name, times since the epoch, and
 * fractions are none.
 *
 * <p>A <b>leak</b> is a column that alone tells the rows of a positive class from the others
 * without one exception: by a rule that was found on half of the rows of each kind, and holds on
 * all the others. How many rows of the rarer kind that takes depends on how many rules there were
 * to choose from: 3 where the column has two values, 20 where it has up to 16 values or one value
 * stands for the commoner kind and any other for the rarer one, and 600 where it is a threshold,
 * since a measured quantity may honestly separate a few. Whatever the rule, the chance that it
 * comes about in a column that has nothing to do with the label is below one in a billion over all
 * columns. A missing value counts as a value. Where all rows are of one kind nothing can be said.
 *
 * @param identifiers columns that cannot tell anything of rows to come
 * @param leaks columns that give the label away
 */
public record ColumnScreen(List<Finding> identifiers, List<Finding> leaks) {
  /** What was found, its lists copied. */
  public ColumnScreen {
    identifiers = List.copyOf(identifiers);
    leaks = List.copyOf(leaks);
  }

  /**
   * Looks at a batch.
   *
   * @param kept columns about which nothing is to be said
   */
  public static ColumnScreen of(Batch batch, ModelSpec spec, Collection<String> kept) {
    Set<String> named = namedIn(spec);
    LabelSides sides = LabelSides.of(batch, spec);
    List<Finding> identifiers = new ArrayList<>();
    List<Finding> leaks = new ArrayList<>();
    for (int position = 0; position < batch.features().schema().size(); position++) {
      Column column = batch.features().column(position);
      String name = column.field().name();
      if (kept.contains(name)) {
        continue;
      }
      Optional<String> identity =
          named.contains(name) ? Optional.empty() : IdentifierCheck.evidence(column);
      if (identity.isPresent()) {
        identifiers.add(new Finding(name, identity.get()));
      } else {
        LeakCheck.evidence(column, sides).ifPresent(found -> leaks.add(new Finding(name, found)));
      }
    }
    return new ColumnScreen(identifiers, leaks);
  }

  /** Somebody wants them, whatever they look like. */
  private static Set<String> namedIn(ModelSpec spec) {
    Set<String> named = new HashSet<>(spec.entities());
    for (String value : spec.trainer().options().values()) {
      named.addAll(List.of(value.split(",")));
    }
    return named;
  }
}
