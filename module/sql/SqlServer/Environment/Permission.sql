SELECT HAS_PERMS_BY_NAME(@Securable, @Class, @Permission);
