/**
 * What people look at: views of a lineage beside it, which can be rebuilt from it at any time.
 * Depends on {@code checkpoint}.
 */
@NullMarked
package io.github.warmbatch.report;

import org.jspecify.annotations.NullMarked;
