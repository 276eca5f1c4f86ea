local name = 'x';
{
  display_information: { name: name },
}
