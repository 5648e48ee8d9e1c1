package io.github.warmbatch.training;

/**
 * One option of a trainer.
 *
 * @param name lower case with hyphens
 * @param defaultValue what holds where it is not given
 * @param description what it does and which values it takes, in one line
 */
public record TrainerOption(String name, String defaultValue, String description) {}
