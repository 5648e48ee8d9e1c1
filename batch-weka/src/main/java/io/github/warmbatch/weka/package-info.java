/**
 * Warm-start trainers over Weka's incremental classifiers.
 *
 * <p>{@link io.github.warmbatch.weka.WekaTrainers} is what a user calls; the providers are what the
 * command line finds. A batch's columns become numbers behind running statistics ({@code
 * FeatureEncoding}), which are part of the state; an {@code Algorithm} makes and reads a {@code
 * LearningModel}, which is one of Weka's classifiers opened up by a subclass so that every number
 * it learned can be written and read by us; or, for classifiers by name, a {@code RetainedModel},
 * which keeps rows and teaches them anew.
 *
 * <p>No Weka type leaves this package. Nothing here uses Java serialisation, and nothing
 * initialises Weka's {@code Capabilities} but {@code WekaStart}, for classifiers by name: that
 * class starts Weka's package manager, which writes to the home directory and asks the network.
 * Whoever adds a classifier overrides its {@code buildClassifier}, which is where Weka would.
 */
@NullMarked
package io.github.warmbatch.weka;

import org.jspecify.annotations.NullMarked;
