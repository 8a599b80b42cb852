package org.tongqu.bench.comparison;

import java.util.SplittableRandom;

/** How another department writes somebody down: mostly right. */
final class Slips {

    private static final int THOUSAND = 1000;

    private final SplittableRandom random;

    Slips(SplittableRandom random) {
        this.random = random;
    }

    private boolean happens(int ofThousand) {
        return random.nextInt(THOUSAND) < ofThousand;
    }

    Person written(Person person) {
        return person.named(name(person.name()))
                .born(birth(person.birth()))
                .ofSex(happens(10) ? "" : person.sex())
                .called(phone(person.phone()))
                .living(address(person.address()));
    }

    private String name(String name) {
        var signs = name.codePoints().toArray();
        var at = random.nextInt(signs.length);
        if (happens(60)) {
            for (int i = 0; i < signs.length; i++) {
                signs[i] = Vocabulary.variant(signs[i]);
            }
        }
        if (happens(25)) {
            signs[at] = Vocabulary.sign("given", random).codePointAt(0);
        }
        if (happens(8) && signs.length > 2) {
            var last = signs[2];
            signs[2] = signs[1];
            signs[1] = last;
        }
        for (int i = 0; i < signs.length; i++) {
            if (Character.isSupplementaryCodePoint(signs[i]) && happens(500)) {
                signs[i] = '?';
            }
        }
        return new String(signs, 0, signs.length);
    }

    private String birth(String birth) {
        if (happens(10)) {
            return "";
        }
        if (happens(15)) {
            return birth.substring(0, 5) + birth.substring(8) + "-" + birth.substring(5, 7);
        }
        if (happens(20)) {
            var at = new int[] {2, 3, 6, 8, 9}[random.nextInt(5)];
            return birth.substring(0, at) + random.nextInt(10) + birth.substring(at + 1);
        }
        return birth;
    }

    private String phone(String phone) {
        if (happens(120)) {
            return "";
        }
        if (happens(200)) {
            return PlantedPeople.phone(random);
        }
        if (happens(20) && !phone.isEmpty()) {
            var at = 3 + random.nextInt(phone.length() - 3);
            return phone.substring(0, at) + random.nextInt(10) + phone.substring(at + 1);
        }
        return phone;
    }

    private String address(String address) {
        if (happens(30)) {
            return "";
        }
        if (happens(180)) {
            return PlantedPeople.address(random);
        }
        return happens(200) ? address.substring(address.indexOf(Vocabulary.signs("ends")[0]) + 1) : address;
    }
}
