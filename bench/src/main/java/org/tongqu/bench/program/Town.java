package org.tongqu.bench.program;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongqu.kernel.identity.DivisionCode;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.data.agreements.Agreement;
import org.tongqu.platform.data.agreements.AgreementAct;
import org.tongqu.platform.data.agreements.Answer;
import org.tongqu.platform.data.agreements.Masking;
import org.tongqu.platform.data.agreements.Negotiation;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.Request;
import org.tongqu.platform.data.catalog.Compiling;
import org.tongqu.platform.data.catalog.Description;
import org.tongqu.platform.data.catalog.Draft;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.Item.DataType;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.exchange.Nodes;
import org.tongqu.platform.data.interfaces.Declaration;
import org.tongqu.platform.data.interfaces.Endpoint;
import org.tongqu.platform.data.interfaces.Endpoints;
import org.tongqu.platform.data.interfaces.Keys;
import org.tongqu.platform.data.use.Offer;
import org.tongqu.platform.data.use.Offers;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Division;
import org.tongqu.platform.trust.directory.Organisation;
import org.tongqu.platform.trust.directory.Post;
import org.tongqu.platform.trust.directory.Staff;
import org.tongqu.platform.trust.identity.SignedIn;
import org.tongqu.servers.DatabaseAddress;

/** The whole platform with two departments, a resource of the one, its interface, an agreement and a key of the other. */
public final class Town implements AutoCloseable {

    private static final String DIVISION = "999801";
    private static final String GIVER = "11999801MB0000000K";
    private static final String TAKER = "11999801MB0000001H";

    private final ConfigurableApplicationContext platform;

    /** @param settings see {@link OwnPlatform#start}; on a store where the town was founded before, it stands as it is */
    public Town(DatabaseAddress database, Path packs, Path data, String... settings) {
        this.platform = OwnPlatform.start(database, packs, data, settings);
        var directory = bean(Directory.class);
        if (directory.findOrganisation(GIVER).isEmpty()) {
            found(directory);
        }
    }

    public <T> T bean(Class<T> type) {
        return platform.getBean(type);
    }

    private void found(Directory directory) {
        int year = today().getYear();
        directory.importCalendar(
                "#edition bench\n#years %d %d\ndate,kind,name\n%d-01-01,holiday,new year\n"
                        .formatted(year, year + 1, year),
                "bench",
                "bench");
        directory.put(new Division(new DivisionCode("990000"), "Province"));
        directory.put(new Division(new DivisionCode("999800"), "City"));
        directory.put(new Division(new DivisionCode(DIVISION), "District"));
        for (var code : List.of(GIVER, TAKER)) {
            directory.put(new Organisation(
                    code,
                    "bench",
                    new Label("Bench", "Bench office"),
                    new DivisionCode(DIVISION),
                    Optional.empty(),
                    new Organisation.Contact("", "")));
            directory.put(new Post(code, "clerk", new Label("Clerk", "Clerk")));
            var officer = officer(code);
            directory.put(new Staff(officer.staff(), officer.name(), code, "clerk", officer.roles()));
        }
    }

    private static SignedIn.Officer officer(String organisation) {
        return member(organisation, "clerk");
    }

    /** Somebody else than who compiled it. */
    private static SignedIn.Officer chief(String organisation) {
        return member(organisation, "chief");
    }

    private static SignedIn.Officer member(String organisation, String post) {
        return new SignedIn.Officer(
                "account-" + post + "-" + organisation,
                post + "-" + organisation,
                "Lin Xiao",
                organisation,
                Set.of(Compiling.OFFICER, Compiling.CHIEF, Compiling.AUTHORITY));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"));
    }

    /** Agrees about a resource whose rows flow into the taker's tables, everything plain. @return its code */
    public String shares() {
        var resource = published(Description.Way.TABLE);
        var items = Stream.of("cert_no", "name", "state", "since", "area", "address")
                .collect(Collectors.toMap(field -> field, field -> Masking.PLAIN));
        agreed(resource, items);
        return resource.value();
    }

    /** Code of who gives data. */
    public static String giver() {
        return GIVER;
    }

    /** Code of who takes them. */
    public static String taker() {
        return TAKER;
    }

    /** A code that lets a node in for a system of an office. */
    public String invites(String organisation, String system) {
        return bean(Nodes.class)
                .invite(chief(organisation), organisation, system)
                .orElseThrow()
                .text();
    }

    /** Declares the provider's interface and agrees about it. @param via whose node asks it; none when the centre does. @return the key */
    public String opens(URI provider, Optional<String> via) {
        var resource = published(Description.Way.INTERFACE);
        bean(Endpoints.class)
                .declare(
                        officer(GIVER),
                        new Declaration(
                                resource,
                                "query",
                                "People",
                                new Endpoint.Target(
                                        Endpoint.Method.GET,
                                        provider.toString(),
                                        List.of("data"),
                                        Optional.empty(),
                                        via),
                                List.of(new Endpoint.Parameter(
                                        "size", "Size", Endpoint.Need.REQUIRED, Endpoint.Kind.INTEGER, 9)),
                                new Endpoint.Limits(Duration.ofSeconds(30), 600_000),
                                Optional.empty()))
                .orElseThrow();
        return key(resource);
    }

    /** Says that the resource is read from the register, and agrees about it. @return the key */
    public String verifies(String register, Map<String, String> items) {
        var resource = published(Description.Way.INTERFACE);
        bean(Offers.class)
                .offer(officer(GIVER), new Offer(resource, register, items))
                .orElseThrow();
        return key(resource);
    }

    private String key(ResourceCode resource) {
        // Of the six items one is masked and one is not given.
        var items = Map.of(
                "cert_no", Masking.MASKED,
                "name", Masking.PLAIN,
                "state", Masking.PLAIN,
                "since", Masking.PLAIN,
                "area", Masking.PLAIN);
        return bean(Keys.class)
                .give(officer(TAKER), new Keys.Wanted(agreed(resource, items), "Bench", today().plusDays(30)))
                .orElseThrow()
                .token();
    }

    public URI address() {
        return at("/api/interfaces/" + resourceKey + "/query");
    }

    public URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + platform.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private String resourceKey = "";

    private ResourceCode published(Description.Way way) {
        var compiling = bean(Compiling.class);
        var said = new Description(
                "People",
                "Made up",
                new Description.Sharing(Description.SharingType.CONDITIONAL, "Bench", "Bench", Set.of(way)),
                new Description.Opening(Description.Openness.CLOSED, ""),
                Description.Cycle.DAILY,
                new Description.Format(Description.FormatKind.DATABASE, "mysql"),
                List.of());
        var code = compiling
                .compile(
                        officer(GIVER),
                        new Draft(
                                "307900",
                                said,
                                List.of(
                                        item("cert_no", DataType.TEXT, 40),
                                        item("name", DataType.TEXT, 40),
                                        item("state", DataType.TEXT, 40),
                                        item("since", DataType.DATE, 0),
                                        item("area", DataType.DOUBLE, 0),
                                        item("address", DataType.TEXT, 100))))
                .orElseThrow();
        compiling.submit(officer(GIVER), code).orElseThrow();
        compiling.approve(chief(GIVER), code).orElseThrow();
        compiling.publish(chief(GIVER), code).orElseThrow();
        resourceKey = code.key();
        return code;
    }

    private static Item item(String field, DataType type, int length) {
        return new Item(
                field,
                field,
                type,
                length,
                field.equals("cert_no") ? Set.of(Item.Mark.KEY, Item.Mark.REQUIRED) : Set.of(),
                Item.Sensitivity.PERSONAL,
                Optional.empty(),
                Item.Authority.SOURCE);
    }

    private String agreed(ResourceCode resource, Map<String, Masking> items) {
        var negotiation = bean(Negotiation.class);
        var terms = new Agreement.Terms(
                Purpose.APPROVAL,
                "Bench",
                "Bench",
                Description.Cycle.DAILY,
                OptionalLong.empty(),
                today(),
                today().plusYears(1));
        var id = negotiation
                .request(officer(TAKER), new Request(resource, terms, List.copyOf(items.keySet())))
                .orElseThrow()
                .id();
        negotiation
                .act(officer(GIVER), id, AgreementAct.AGREE, Answer.giving(items, OptionalLong.empty()))
                .orElseThrow();
        return negotiation
                .act(chief(GIVER), id, AgreementAct.CONFIRM, Answer.saying(""))
                .orElseThrow()
                .id();
    }

    @Override
    public void close() {
        platform.close();
    }
}
