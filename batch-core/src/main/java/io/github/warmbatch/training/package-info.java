/**
 * What a model is bound to, what it is fed, and the SPI of those that learn.
 *
 * <p>{@link io.github.warmbatch.training.WarmStartTrainer} is the SPI; {@link
 * io.github.warmbatch.training.TrainerProvider} makes one known by name; {@link
 * io.github.warmbatch.training.BatchBinder} turns a data set into a {@link
 * io.github.warmbatch.training.Batch} or says what does not fit. Depends on {@code dataset} alone.
 */
@NullMarked
package io.github.warmbatch.training;

import org.jspecify.annotations.NullMarked;
