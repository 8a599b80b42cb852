package org.tongqu.platform.data.discovery;

import org.tongqu.platform.data.catalog.CatalogRefusal;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.trust.access.AccessRefusal;

/** Why nothing was looked at or drafted. */
public sealed interface DiscoveryRefusal {

    record MayNot(AccessRefusal why) implements DiscoveryRefusal {}

    /** The department has no such system. */
    record NoSystem() implements DiscoveryRefusal {}

    /** Neither its database nor a node that keeps it says which tables there are. */
    record Untold(Connections.Unread why) implements DiscoveryRefusal {}

    /** None was chosen, or those chosen are there no more. */
    record NothingChosen() implements DiscoveryRefusal {}

    /** Names of columns that cannot be told apart once they are fields; or whatever else the catalogue does not take. */
    record NotTaken(String table, CatalogRefusal why) implements DiscoveryRefusal {}
}
