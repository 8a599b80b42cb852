package org.tongqu.platform.matter.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.tongqu.engines.items.ItemChecks;
import org.tongqu.engines.items.ItemFault;
import org.tongqu.engines.items.ItemOfPack;
import org.tongqu.engines.items.ItemProfile;
import org.tongqu.engines.items.ItemProfileReader;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.identity.ItemCode;
import org.tongqu.kernel.identity.UnifiedSocialCreditCode;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** The implementation list (实施清单): each service as each organisation of its kind carries it out. */
@Service
public class ItemLists {

    private static final String PROFILE = "org/tongqu/platform/matter/services/items.yaml";

    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final ItemProfile profile;

    ItemLists(ServiceCatalogue catalogue, Directory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.profile = profile();
    }

    /** A broken file of our own keeps the platform from starting. */
    private static ItemProfile profile() {
        try {
            return ItemProfileReader.read(new ClassPathResource(PROFILE).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One item of the list.
     *
     * @param cells by column of the exchange tables, in their order, without empty ones
     */
    public record Listed(ItemCode code, String packId, Organisation body, Map<String, String> cells) {}

    /** The columns there are, by their names in the exchange tables. */
    public List<String> columns() {
        return profile.columns().stream().map(ItemProfile.Column::name).toList();
    }

    /** The cells of a row in the order of the columns, without those that say nothing. */
    public Map<String, String> tidy(Map<String, String> cells) {
        return profile.tidy(cells);
    }

    /** What is wrong with a row of the list, by column. */
    public List<ItemFault> check(Map<String, String> cells) {
        return ItemChecks.check(profile, cells);
    }

    /** A service as each organisation of its kind carries it out; one whose code is no credit code has no item. */
    public List<Listed> of(Pack pack) {
        return directory.organisations().stream()
                .filter(body -> body.kind().equals(pack.owner()))
                .flatMap(body -> listed(pack, body).stream())
                .toList();
    }

    /** Every item of the list. */
    public List<Listed> all() {
        return catalogue.items().stream()
                .map(item -> catalogue.pack(item.packId()))
                .flatMap(pack -> of(pack).stream())
                .toList();
    }

    public Optional<Listed> find(String code) {
        return ItemCode.parse(code) instanceof Outcome.Done<ItemCode, ?>(var known)
                ? directory.findOrganisation(known.body().value()).stream()
                        .flatMap(body -> items(body, known))
                        .filter(item -> item.code().equals(known))
                        .findFirst()
                : Optional.empty();
    }

    private Stream<Listed> items(Organisation body, ItemCode code) {
        return catalogue.items().stream()
                .map(item -> catalogue.pack(item.packId()))
                .filter(pack -> pack.owner().equals(body.kind())
                        && pack.item()
                                .identity()
                                .basicCode()
                                .equals(code.basic().value()))
                .flatMap(pack -> listed(pack, body).stream());
    }

    private Optional<Listed> listed(Pack pack, Organisation body) {
        if (UnifiedSocialCreditCode.parse(body.code()) instanceof Outcome.Done<UnifiedSocialCreditCode, ?>(var code)) {
            var cells = profile.tidy(ItemOfPack.cells(
                    pack, new ItemOfPack.Body(code, body.name().zh(), level(body.division())), "/apply/" + pack.id()));
            var item = ItemCode.parse(cells.getOrDefault("task_code", "")).orElseThrow();
            return Optional.of(new Listed(item, pack.id(), body, cells));
        }
        return Optional.empty();
    }

    /** 行使层级 of whoever serves the division. */
    public static char level(DivisionCode division) {
        return switch (division.level()) {
            case PROVINCE -> '2';
            case PREFECTURE -> '3';
            case COUNTY -> '4';
            case STREET -> '5';
            case COMMUNITY -> '6';
        };
    }
}
