/**
 * Looks at the first data set of a lineage for columns that no model should learn from:
 * identifiers, and what gives the label away. {@link io.github.warmbatch.screening.ColumnScreen} is
 * the way in. Depends on {@code training} and {@code dataset}.
 */
@NullMarked
package io.github.warmbatch.screening;

import org.jspecify.annotations.NullMarked;
