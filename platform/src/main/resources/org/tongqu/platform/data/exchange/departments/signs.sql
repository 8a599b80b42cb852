-- Numbers that look right to whoever checks them, and names that are nobody's; the same for every start.
CREATE SCHEMA made;

-- The check signs are written so that PostgreSQL puts them into the query: hundreds of thousands are made at once.
CREATE FUNCTION made.citizen_begun(n integer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT '99990' || (1 + n % 8) || to_char(date '1952-01-01' + (n / 8) % 18000, 'YYYYMMDD')
        || to_char(n / 144000, 'FM000')
$$;

CREATE FUNCTION made.citizen_sign(b text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT substr('10X98765432', 1 + (7 * substr(b, 1, 1)::int + 9 * substr(b, 2, 1)::int + 10 * substr(b, 3, 1)::int
             + 5 * substr(b, 4, 1)::int + 8 * substr(b, 5, 1)::int + 4 * substr(b, 6, 1)::int
             + 2 * substr(b, 7, 1)::int + 1 * substr(b, 8, 1)::int + 6 * substr(b, 9, 1)::int
             + 3 * substr(b, 10, 1)::int + 7 * substr(b, 11, 1)::int + 9 * substr(b, 12, 1)::int
             + 10 * substr(b, 13, 1)::int + 5 * substr(b, 14, 1)::int + 8 * substr(b, 15, 1)::int
             + 4 * substr(b, 16, 1)::int + 2 * substr(b, 17, 1)::int) % 11, 1)
$$;

CREATE FUNCTION made.citizen(n integer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT b || made.citizen_sign(b) FROM (SELECT made.citizen_begun(n) AS b) AS begun
$$;

CREATE FUNCTION made.credit_begun(n integer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT '9199990' || (1 + n % 8) || to_char(700000000 + n * 7, 'FM000000000')
$$;

CREATE FUNCTION made.credit_sign(b text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + (31 - (1 * substr(b, 1, 1)::int + 3 * substr(b, 2, 1)::int + 9 * substr(b, 3, 1)::int
             + 27 * substr(b, 4, 1)::int + 19 * substr(b, 5, 1)::int + 26 * substr(b, 6, 1)::int
             + 16 * substr(b, 7, 1)::int + 17 * substr(b, 8, 1)::int + 20 * substr(b, 9, 1)::int
             + 29 * substr(b, 10, 1)::int + 25 * substr(b, 11, 1)::int + 13 * substr(b, 12, 1)::int
             + 8 * substr(b, 13, 1)::int + 24 * substr(b, 14, 1)::int + 10 * substr(b, 15, 1)::int
             + 30 * substr(b, 16, 1)::int + 28 * substr(b, 17, 1)::int) % 31) % 31, 1)
$$;

CREATE FUNCTION made.credit(n integer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT b || made.credit_sign(b) FROM (SELECT made.credit_begun(n) AS b) AS begun
$$;

CREATE FUNCTION made.person(n integer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏', 1 + n % 30, 1)
        || substr('一文明志国建春秀丽海晓永红玉德云新天家世', 1 + (n / 30) % 20, 1)
        || substr('平华军强芳敏静涛磊洋艳勇杰娟霞刚玲桂英峰', 1 + (n / 600) % 20, 1)
$$;

CREATE FUNCTION made.firm(n integer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT '云州' || substr('安博昌诚达德鼎丰福光广海恒宏华汇嘉建金锦', 1 + n % 20, 1)
        || substr('康乐力联隆茂美铭鹏启瑞盛泰通旺祥兴信益源', 1 + (n / 20) % 20, 1)
        || (ARRAY['商贸', '科技', '餐饮', '建筑', '物流', '电子', '农业', '文化'])[1 + (n / 400) % 8]
        || to_char(n / 3200, 'FM00') || '号有限公司'
$$;

CREATE TABLE made.employer AS
SELECT n, made.credit(n) AS code, made.firm(n) AS name FROM generate_series(1, 20000) AS n;
ALTER TABLE made.employer ADD PRIMARY KEY (n);
ANALYZE made.employer;
