package org.tongqu.platform.operate.demo.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongqu.platform.data.registers.RegisterLoad;
import org.tongqu.platform.data.registers.RegisterLoad.NewFirm;
import org.tongqu.platform.data.registers.RegisterLoad.NewPerson;
import org.tongqu.platform.data.registers.Registers;
import org.tongqu.platform.operate.demo.DemoCity;
import org.tongqu.platform.operate.demo.DemoPart;
import org.tongqu.platform.operate.demo.Firm;
import org.tongqu.platform.operate.demo.Resident;
import org.tongqu.platform.operate.start.DemoLoad;
import org.tongqu.platform.operate.start.Progress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.directory.Organisation;

/** Loads the city, then what the modules add to it. */
@Component
@Order(0)
class CityLoad implements DemoLoad {

    private final Directory directory;
    private final RegisterLoad registers;
    private final Offices offices;
    private final People people;
    private final ObjectProvider<DemoPart> parts;
    private final Clock clock;

    CityLoad(
            Directory directory,
            RegisterLoad registers,
            Offices offices,
            People people,
            ObjectProvider<DemoPart> parts,
            Clock clock) {
        this.directory = directory;
        this.registers = registers;
        this.offices = offices;
        this.people = people;
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "city-1";
    }

    @Override
    public void load(Progress progress) {
        var words = new Words();
        var places = Places.of(words);
        progress.say(
                "Loading the demo city " + words.word("city") + " (" + Places.CITY.value() + "); this happens once.");
        List.of(places.above(), places.districts(), places.streets(), places.communities()).stream()
                .flatMap(List::stream)
                .forEach(directory::put);
        var loaded = offices.load(words, places);
        progress.say("  places and offices: " + loaded.organisations().size() + " organisations, "
                + loaded.staff().size() + " staff");
        var city = city(words, places, loaded, progress);
        parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).forEach(part -> {
            progress.say("  " + part.name() + " …");
            part.load(city, progress);
        });
        directory.reread();
    }

    private DemoCity city(Words words, Places places, Offices.Loaded loaded, Progress progress) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var residents = new MadeResidents(words, places);
        var firms = new MadeFirms(words, places, residents, Registers::organisationCode, today);
        var source = words.word("register");
        registers.persons(
                residents.count(),
                index -> person(residents.at(index), today),
                source,
                counting(progress, "residents", residents.count()));
        registers.firms(
                firms.count(),
                index -> firm(firms.at(index), registrar(loaded, firms.at(index))),
                source,
                counting(progress, "firms", firms.count()));
        var accounts = people.load(words, residents, loaded);
        progress.say("  accounts: " + residents.applicants() + " applicants, " + accounts.size() + " to sign in with");
        return new DemoCity(
                today,
                Places.CITY,
                places.districts(),
                places.communities(),
                loaded.organisations(),
                loaded.staff(),
                residents,
                firms,
                accounts);
    }

    private static LongConsumer counting(Progress progress, String what, int count) {
        return done -> {
            if (done == count || done % 50_000 == 0) {
                progress.say(String.format("  %s: %3d %% (%,d of %,d)", what, done * 100 / count, done, count));
            }
        };
    }

    private static Organisation registrar(Offices.Loaded loaded, Firm firm) {
        return loaded.organisations().stream()
                .filter(organisation -> organisation.kind().equals(loaded.districtKind()))
                .filter(organisation -> organisation.division().equals(firm.division()))
                .findFirst()
                .orElseThrow();
    }

    private static NewPerson person(Resident resident, LocalDate today) {
        return new NewPerson(
                resident.number(),
                resident.name(),
                resident.community(),
                resident.address(),
                resident.mobile(),
                MadeResidents.livesThereSince(resident, today));
    }

    private static NewFirm firm(Firm firm, Organisation registrar) {
        return new NewFirm(
                firm.code(),
                new NewFirm.Names(
                        firm.name(), firm.kind(), firm.representative().name().value(), firm.status()),
                new NewFirm.Business(
                        firm.business().industry(),
                        firm.business().scope(),
                        BigDecimal.valueOf(firm.business().capital())),
                new NewFirm.Seat(
                        firm.division(), firm.address(), registrar.name().zh(), registrar.code()),
                firm.establishedOn());
    }
}
