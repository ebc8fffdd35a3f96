fn main() -> rusqlite::Result<()> {
    let database = rusqlite::Connection::open_in_memory()?;
    database.execute_batch("create table frame (n integer); insert into frame values (20), (22)")?;
    let row = database.query_row("select sqlite_version(), sum(n), upper('jetson') from frame", [], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
    })?;
    println!("{} {} {}", row.0, row.1, row.2);
    Ok(())
}
