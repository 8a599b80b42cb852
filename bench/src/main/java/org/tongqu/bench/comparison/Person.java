package org.tongqu.bench.comparison;

/** Somebody, as a department knows them. */
record Person(String name, String birth, String sex, String phone, String address) {

    static final int FIELDS = 5;

    String field(int number) {
        return switch (number) {
            case 0 -> name;
            case 1 -> birth;
            case 2 -> sex;
            case 3 -> phone;
            default -> address;
        };
    }

    Person named(String other) {
        return new Person(other, birth, sex, phone, address);
    }

    Person born(String other) {
        return new Person(name, other, sex, phone, address);
    }

    Person ofSex(String other) {
        return new Person(name, birth, other, phone, address);
    }

    Person called(String other) {
        return new Person(name, birth, sex, other, address);
    }

    Person living(String other) {
        return new Person(name, birth, sex, phone, other);
    }
}
