package org.tongqu.platform.matter.ratings.internal;

import org.tongqu.platform.matter.ratings.Rating;

/**
 * A rating with what leads to who gave it.
 *
 * @param phone empty where none was left
 */
public record NewRating(Rating rating, String caseId, String receipt, String applicant, String phone) {}
