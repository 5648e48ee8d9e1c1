/**
 * Tables with named, typed columns, and the readers that make them from files.
 *
 * <p>{@link io.github.warmbatch.dataset.DataRoot} opens files without ever leaving its directory,
 * {@link io.github.warmbatch.dataset.DatasetReaders} picks a reader by file name, and {@link
 * io.github.warmbatch.dataset.DataSet} is what trainers see. Depends on no other package of this
 * library; whoever adds a file format implements {@link io.github.warmbatch.dataset.DatasetReader}.
 */
@NullMarked
package io.github.warmbatch.dataset;

import org.jspecify.annotations.NullMarked;
