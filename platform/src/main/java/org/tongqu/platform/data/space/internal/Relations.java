package org.tongqu.platform.data.space.internal;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;
import org.tongqu.engines.space.filter.Filter.How;

/** How shapes lie to each other, of collections too. */
final class Relations {

    private Relations() {}

    static boolean hold(How how, Geometry one, Geometry other) {
        return RelateNG.relate(one, other, predicate(how));
    }

    private static TopologyPredicate predicate(How how) {
        return switch (how) {
            case INTERSECTS -> RelatePredicate.intersects();
            case EQUALS -> RelatePredicate.equalsTopo();
            case DISJOINT -> RelatePredicate.disjoint();
            case TOUCHES -> RelatePredicate.touches();
            case WITHIN -> RelatePredicate.within();
            case OVERLAPS -> RelatePredicate.overlaps();
            case CROSSES -> RelatePredicate.crosses();
            case CONTAINS -> RelatePredicate.contains();
        };
    }
}
