"""How bytes come: named files, folders, archives, crawls, pages by their address, standard input."""
